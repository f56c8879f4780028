import ApusObservability
import ApusRuntime
import CoreMetrics
import InMemoryLogging
import InMemoryTracing
import Logging
import MetricsTestKit
import Testing
import Tracing

/// What logs, metrics and traces contain, over each transport.
@Suite(.serialized) struct ObservabilityTests {
    private static func request() -> ClientRequest {
        var request = ClientRequest(.get, "/{name}", security: [["field", "query", "cookie"]], id: "getThing(name:)")
        request.path("name", "a")
        return request
    }

    /// Calls a server that answers 503 and then 200.
    private static func call(
        _ carrier: Carrier, _ middleware: any ClientMiddleware, check: (Wire) throws -> Void
    ) async throws {
        let count = Counter(0)
        try await withWire(carrier) { _ in
            count.change { $0 += 1 }
            return count.value == 1 ? Reply(status: 503, body: .bytes([])) : .text("ok")
        } _: { wire in
            var retries = RetryMiddleware()
            retries.base = .zero
            let client = wire.client.withKeys.with(headers: ["X-Shown": "yes"], middleware: retries, middleware)
            let text = try await client.text(request())
            #expect(text == "ok")
            try check(wire)
        }
    }

    @Test(arguments: Carrier.allCases) func logs(carrier: Carrier) async throws {
        let handler = InMemoryLogHandler()
        var logger = Logger(label: "test") { _ in handler }
        logger.logLevel = .debug
        try await Self.call(carrier, .logging(to: logger, headers: ["X-Shown"], bodies: 10)) { wire in
            #expect(
                handler.entries.map { "\($0.message)" } == [
                    "GET \(wire.address)/a?... -> 503", "GET \(wire.address)/a?... -> 200",
                ])
            let metadata = handler.entries[1].metadata
            #expect(metadata["operation"] == "getThing" && metadata["response.body"] == "ok")
            #expect(metadata["call"] == handler.entries[0].metadata["call"])
            #expect(metadata["request.headers"] == .dictionary(["X-Shown": "yes"]))
            #expect(!handler.entries.contains { "\($0)".contains("secret") })
        }
    }

    @Test(arguments: Carrier.allCases) func metrics(carrier: Carrier) async throws {
        let metrics = TestMetrics()
        try await Self.call(carrier, MetricsMiddleware(factory: metrics)) { _ in
            let timers = metrics.timers.filter { $0.label == "http.client.request.duration" }
            #expect(timers.count == 2 && timers.allSatisfy { $0.values.count == 1 })
            let labels = timers.map { $0.dimensions.map { "\($0.0)=\($0.1)" }.joined(separator: " ") }
            #expect(
                labels.sorted() == [
                    "http.request.method=GET url.template=/{name} http.response.status_code=200",
                    "http.request.method=GET url.template=/{name} http.response.status_code=503 error.type=503",
                ])
        }
    }

    @Test(arguments: Carrier.allCases) func traces(carrier: Carrier) async throws {
        let tracer = InMemoryTracer()
        try await Self.call(carrier, TracingMiddleware(tracer: tracer)) { wire in
            let spans = tracer.finishedSpans
            #expect(spans.map(\.operationName) == ["GET /{name}", "GET /{name}"])
            #expect(spans.map { $0.kind } == [.client, .client])
            #expect(spans[0].status?.code == .error && spans[1].status == nil)
            // The server gets the identifiers of the span.
            #expect(
                wire.log.requests.map { $0.values(InMemoryTracer.spanIDKey) } == spans.map { [$0.spanID] })
        }
    }
}
