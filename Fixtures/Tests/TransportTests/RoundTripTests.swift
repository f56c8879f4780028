import ApusAsyncHTTPClient
import ApusHummingbird
import ApusRuntime
import ApusURLSession
import Foundation
import HTTPTypes
import Hummingbird
import Testing

/// Every transport against the Hummingbird adapter, over HTTP.
@Suite(.serialized) struct RoundTripTests {
    enum Carrier: CaseIterable, Sendable {
        case urlSession, asyncHTTPClient

        /// `HTTPClient` keeps trying to connect until the timeout.
        var transport: any ClientTransport {
            switch self {
            case .urlSession: URLSessionTransport.shared
            case .asyncHTTPClient: AsyncHTTPClientTransport(timeout: .seconds(5))
            }
        }
    }

    private static func withClient<Result: Sendable>(
        _ carrier: Carrier, key: String? = "secret",
        _ test: @Sendable @escaping (ProbeClient) async throws -> Result
    ) async throws -> Result {
        try await withServer(HummingbirdResponder(Probe())) { address in
            let client = ProbeClient(
                server: ServerURL(address), credentials: key.map { .key($0) }, transport: carrier.transport)
            return try await test(client)
        }
    }

    @Test(arguments: Carrier.allCases)
    func aCallSucceeds(carrier: Carrier) async throws {
        #expect(try await Self.withClient(carrier) { try await $0.update("42", title: "Ship it") })
    }

    @Test(arguments: Carrier.allCases)
    func aDocumentedFailureIsTyped(carrier: Carrier) async throws {
        let failure = try await Self.withClient(carrier) { await $0.updateFailure("42", title: "") }
        guard case .documented(.unprocessableContent(let body), _) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(body["detail"]?.array?.first?["type"] == "string_too_short")
    }

    @Test(arguments: Carrier.allCases)
    func anUndocumentedFailureKeepsItsAnswer(carrier: Carrier) async throws {
        let response = try await Self.withClient(carrier) { client in
            await client.updateFailure("missing", title: "a")?.undocumentedResponse
        }
        #expect(response?.status == 404)
        #expect(response?.text == #"{"detail":"No such conversation"}"#)
        #expect(response?.headers[.contentType] == "application/json")
    }

    @Test(arguments: Carrier.allCases, [nil, "wrong"])
    func aWrongKeyIsRefused(carrier: Carrier, key: String?) async throws {
        let response = try await Self.withClient(carrier, key: key) { client in
            await client.updateFailure("42", title: "a")?.undocumentedResponse
        }
        #expect(response?.status == 401)
        #expect(response?.headers[.wwwAuthenticate]?.hasPrefix("APIKey") == true)
    }

    @Test(arguments: Carrier.allCases)
    func idsArriveAsTheyAre(carrier: Carrier) async throws {
        let ids = ["a/b c?é", "%2F", "😀", "a%2Fb", "...", "a+b;c=d", "é\u{301}", "%", "a//b", "#x"]
        let echoed = try await Self.withClient(carrier) { client in
            var echoed: [String] = []
            for id in ids { echoed.append(try await client.echo(id)) }
            return echoed
        }
        #expect(echoed == ids)
        #expect(try await Self.withClient(carrier) { try await $0.update("a/b c?é", title: "echo") })
    }

    @Test(arguments: Carrier.allCases, ["", ".", ".."])
    func anIDThatNamesAnotherPathIsNotSent(carrier: Carrier, id: String) async {
        let client = ProbeClient(server: "http://127.0.0.1:1", transport: carrier.transport)
        do {
            _ = try await client.echo(id)
            Issue.record("\(id) is sent")
        } catch {
            guard case .invalidRequest = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test(arguments: Carrier.allCases)
    func largeBodiesArriveUpToTheServersLimit(carrier: Carrier) async throws {
        let data = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) })
        #expect(try await Self.withClient(carrier) { try await $0.data(data) } == data)
        let response = try await Self.withClient(carrier) { client in
            await client.dataFailure(Data(count: 33 << 20))?.undocumentedResponse
        }
        #expect(response?.status == 413)
    }

    @Test(arguments: Carrier.allCases)
    func largeResponsesAreRefused(carrier: Carrier) async throws {
        try await Self.withClient(carrier) { client in
            var client = client
            client.connection.responseLimit = 1_000
            #expect(await client.dataFailure(Data(count: 100_000))?.transportError is ResponseTooLarge)
        }
    }

    @Test(arguments: Carrier.allCases)
    func aCancelledCallEndsAtOnce(carrier: Carrier) async throws {
        try await Self.withClient(carrier) { client in
            let start = ContinuousClock.now
            let task = Task { await client.slowFailure() }
            try await Task.sleep(for: .milliseconds(200))
            task.cancel()
            #expect(await task.value?.transportError is CancellationError)
            #expect(ContinuousClock.now - start < .seconds(2))
        }
    }

    @Test(arguments: Carrier.allCases)
    func aCallWithoutAServerFails(carrier: Carrier) async {
        let client = ProbeClient(server: "http://127.0.0.1:9", transport: carrier.transport)
        do {
            _ = try await client.echo("a")
            Issue.record("no error")
        } catch {
            guard case .transport = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test func theDefaultTransportIsURLSession() async throws {
        let echo = try await withServer(HummingbirdResponder(Probe())) { address in
            try await ProbeClient(server: ServerURL(address)).echo("a")
        }
        #expect(echo == "a")
    }
}
