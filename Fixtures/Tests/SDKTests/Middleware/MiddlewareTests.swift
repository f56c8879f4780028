import ApusRuntime
import Synchronization
import TagsSDK
import Testing
import UpdateConversationSDK

/// What middleware sees, in which order, and the options of a client and of a call.
@Suite struct MiddlewareTests {
    /// Notes when a request passes it, and when its response does.
    private struct Note: ClientMiddleware {
        var name: String
        var notes: Notes

        func send(_ request: TransportRequest, in call: ClientCall, next: Next) async throws -> TransportResponse {
            notes.add("\(name) > \(call.operation.id) \(request.head.headerFields[.authorization] ?? "-")")
            let response = try await next(request)
            notes.add("\(name) < \(response.head.status.code)")
            return response
        }
    }

    private final class Notes: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private struct Answering: ClientMiddleware {
        func send(_ request: TransportRequest, in call: ClientCall, next: Next) async throws -> TransportResponse {
            TransportResponse(
                head: HTTPResponse(status: 200, headerFields: [.contentType: "application/json"]), body: "[]")
        }
    }

    /// Waits longer than any test takes.
    private struct Stalled: ClientTransport {
        func send(_ request: TransportRequest) async throws -> TransportResponse {
            try await Task.sleep(for: .seconds(3_600))
            return TransportResponse(head: HTTPResponse(status: 200))
        }
    }

    private static func client(_ transport: any ClientTransport) -> Seed.Client {
        Seed.Client(server: "http://test", credentials: .apiKeyHeader("secret"), transport: transport)
    }

    private static func rename(_ client: Seed.Client) async throws -> Bool {
        try await client.updateConversation(conversationID: "42", body: .init(title: "Ship it"))
    }

    @Test func theUserDecidesTheOrder() async throws {
        let notes = Notes()
        var client = Self.client(ScriptedTransport(.status(200)))
        client.connection.middleware = [Note(name: "a", notes: notes), Note(name: "b", notes: notes)]
        #expect(try await Self.rename(client))
        #expect(
            notes.all == ["a > updateConversation -", "b > updateConversation -", "b < 200", "a < 200"])
    }

    @Test func middlewareOfOneCallIsTheLast() async throws {
        let notes = Notes()
        let transport = ScriptedTransport(.status(200))
        let client = Self.client(transport).with(middleware: Note(name: "client", notes: notes))
        #expect(try await Self.rename(client.with(middleware: Note(name: "call", notes: notes))))
        #expect(notes.all.map { $0.prefix(6) } == ["client", "call >", "call <", "client"])
        #expect(try await Self.rename(client))
        #expect(notes.all.count == 6)
    }

    @Test func aMiddlewareMayAnswer() async throws {
        let transport = ScriptedTransport(.lost)
        let client = LibraryClient(server: "http://test", transport: transport).with(middleware: Answering())
        #expect(try await client.listBooks().isEmpty)
        #expect(transport.sent.isEmpty)
    }

    /// Fields that the operation sets itself stay.
    @Test func headers() async throws {
        let transport = ScriptedTransport(.status(200))
        var client = Self.client(transport)
        client.connection.headers = ["X-Tenant": "acme", "X-Region": "eu", "content-type": "text/plain"]
        #expect(try await Self.rename(client.with(headers: ["x-tenant": "other", "Accept": "application/json;v=2"])))
        #expect(try await Self.rename(client))
        let fields = transport.sent.map(\.head.headerFields)
        #expect(fields[0][.tenant] == "other" && fields[1][.tenant] == "acme")
        #expect(fields[0][.region] == "eu" && fields[0][.accept] == "application/json;v=2")
        #expect(fields[1][.accept] == "application/json" && fields[0][.contentType] == "application/json")
    }

    @Test(arguments: [("no name", "a"), ("X-A", "a\r\nb"), ("", "a")])
    func headersThatCannotBeSent(name: String, value: String) async throws {
        let transport = ScriptedTransport(.status(200))
        do {
            _ = try await Self.rename(Self.client(transport).with(headers: [name: value]))
            Issue.record("not refused")
        } catch let error as any APIError {
            #expect(error.underlyingError is InvalidRequest && error.operation.id == "updateConversation")
        }
        #expect(transport.sent.isEmpty)
    }

    @Test func credentialsOfOneCall() async throws {
        let transport = ScriptedTransport(.status(200))
        let client = Self.client(transport)
        #expect(try await Self.rename(client.with(credentials: .apiKeyHeader("another"))))
        #expect(try await Self.rename(client))
        #expect(transport.sent.map { $0.head.headerFields[.sessionKey] } == ["another", "secret"])
    }

    @Test func aCallEndsInTime() async throws {
        do {
            _ = try await Self.rename(Self.client(Stalled()).with(timeout: .milliseconds(20)))
            Issue.record("not thrown")
        } catch let error as any APIError {
            #expect(error.isTimeout && error.isRetryable && !error.isCancellation)
            #expect((error.underlyingError as? CallTimeout)?.limit == .milliseconds(20))
        }
    }

    /// The time includes the body, if it is read as a whole.
    @Test func aBodyEndsInTime() async throws {
        struct SlowBody: ClientTransport {
            func send(_ request: TransportRequest) async throws -> TransportResponse {
                let chunks = AsyncThrowingStream<[UInt8], any Error> {
                    try await Task.sleep(for: .seconds(3_600))
                    return nil
                }
                let head = HTTPResponse(status: 200, headerFields: [.contentType: "application/json"])
                return TransportResponse(head: head, body: HTTPBody(chunks))
            }
        }
        do {
            _ = try await Self.rename(Self.client(SlowBody()).with(timeout: .milliseconds(20)))
            Issue.record("not thrown")
        } catch let error as any APIError {
            #expect(error.isTimeout)
        }
    }

    @Test func requestIDs() async throws {
        let transport = ScriptedTransport(.status(503), .status(200))
        let client = LibraryClient(server: "http://test", transport: transport)
            .with(middleware: .requestIDs(), RetryMiddleware.instant(InstantClock()))
        _ = try? await client.listBooks()
        _ = try? await client.listBooks()
        let ids = transport.sent.compactMap { $0.head.headerFields[.requestID] }
        #expect(ids.count == 3 && ids[0] == ids[1] && ids[1] != ids[2] && ids[0].count == 36)
    }

    @Test func logs() async throws {
        let notes = Notes()
        let transport = ScriptedTransport(.status(503), .status(200))
        let client = Self.client(transport)
            .with(
                headers: ["X-Tenant": "acme"],
                middleware: .logging(headers: ["X-Tenant"], bodies: 100) { notes.add("\($0)") })
        _ = try? await Self.rename(client)
        let lines = try #require(notes.all.first).split(separator: "\n")
        #expect(lines[0].hasPrefix("PATCH http://test/api/conversations/42 -> 503 in "))
        #expect(lines[0].contains(" ms [updateConversation "))
        #expect(lines.dropFirst() == ["> X-Tenant: acme", #"> {"title":"Ship it"}"#, "< true"])
    }

    /// Neither keys nor bodies are logged unless the user asks for them.
    @Test func logsHaveNoSecrets() async throws {
        let notes = Notes()
        var request = ClientRequest(.post, "/a", security: ["query", "field"])
        request.json("secret")
        for transport in [ScriptedTransport(.status(200, body: "\"secret\"")), ScriptedTransport(.lost)] {
            for scheme in ["query", "field"] {
                let credentials: Credentials<Seed.Client> =
                    scheme == "query"
                    ? .apiKey("query", query: "key", "secret") : .apiKey("field", header: "X-Key", "secret")
                let client = Seed.Client(server: "http://test", credentials: credentials, transport: transport)
                    .with(middleware: .logging { notes.add("\($0)") })
                try? await client.send(request).noContent()
            }
        }
        #expect(notes.all.count == 4 && !notes.all.contains { $0.contains("secret") })
        #expect(notes.all[0].hasPrefix("POST http://test/a?... -> 200 in"))
    }
}

extension HTTPField.Name {
    static let tenant = Self("X-Tenant") ?? .authorization
    static let region = Self("X-Region") ?? .authorization
    static let requestID = Self("X-Request-ID") ?? .authorization
}

extension RetryMiddleware {
    /// Retries that wait on a clock that needs no time, each as long as possible.
    static func instant(_ clock: InstantClock, limit: Int = 3, budget: RetryBudget = RetryBudget()) -> RetryMiddleware {
        var middleware = RetryMiddleware(limit: limit, budget: budget)
        middleware.clock = clock
        middleware.random = { 1 }
        return middleware
    }
}
