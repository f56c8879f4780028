import ApusRuntime
import HTTPTypes
import TagsSDK
import Testing
import UpdateConversationSDK

/// Errors of operations with different failures are caught together.
@Suite struct APIErrorTests {
    private struct Broken: ClientTransport {
        var error: any Error

        func send(_ request: TransportRequest) async throws -> TransportResponse { throw error }
    }

    private struct Lost: TransportFailure {}

    /// Two operations whose failures have different types, and one `catch`.
    private static func caught(_ transport: any ClientTransport) async throws -> any APIError {
        do {
            let library = LibraryClient(server: "http://test", credentials: .reader("r"), transport: transport)
            let seed = Seed.Client(server: "http://test", credentials: .apiKeyHeader("k"), transport: transport)
            _ = try await library.listBooks()
            _ = try await seed.updateConversation(conversationID: "42", body: .init(title: "Ship it"))
            return try #require(nil as (any APIError)?)
        } catch let error as any APIError {
            return error
        }
    }

    @Test func theResponseAndTheOperation() async throws {
        let error = try await Self.caught(Recorder(503, #"{"detail":"later"}"#, headers: ["Retry-After": "3"]))
        #expect(error.status == 503 && error.response?.text == #"{"detail":"later"}"#)
        #expect(error.response?.headers[.retryAfter] == "3")
        #expect(error.operation.id == "listBooks" && error.operation.template == "/books")
        #expect(error.operation.method == .get && error.operation.tags == ["books"])
        #expect("\(error.operation)" == "GET /books")
        #expect(!error.isCancellation && !error.isTimeout)
    }

    @Test(arguments: [
        (200, false), (400, false), (401, false), (404, false), (408, true), (409, false), (422, false), (425, true),
        (429, true), (500, true), (501, false), (502, true), (503, true), (504, true),
    ])
    func statusesThatAreWorthAnotherAttempt(status: Int, isRetryable: Bool) async throws {
        // A body that the document does not declare, so that a 200 is an error too.
        #expect(try await Self.caught(Recorder(status, "{}")).isRetryable == isRetryable)
    }

    @Test func documentedFailuresAreErrorsToo() async throws {
        let transport = Recorder(422, #"{"detail":[]}"#)
        let client = Seed.Client(server: "http://test", credentials: .apiKeyHeader("k"), transport: transport)
        do {
            _ = try await client.updateConversation(conversationID: "42", body: .init(title: "Ship it"))
            Issue.record("not thrown")
        } catch let error as any APIError {
            #expect(error.status == 422 && error.operation.id == "updateConversation")
            #expect(error.operation.template == "/api/conversations/{conversation_id}")
        }
    }

    @Test func whatIsNotAResponse() async throws {
        let table: [(error: any Error, isCancellation: Bool, isTimeout: Bool, isRetryable: Bool)] = [
            (CancellationError(), true, false, false), (ResponseTimeout(limit: .seconds(1)), false, true, true),
            (Lost(), false, false, true), (InvalidRequest("no"), false, false, false),
            (ResponseTooLarge(limit: 1), false, false, false),
        ]
        for row in table {
            let error = try await Self.caught(Broken(error: row.error))
            #expect(error.isCancellation == row.isCancellation, "\(row)")
            #expect(error.isTimeout == row.isTimeout, "\(row)")
            #expect(error.isRetryable == row.isRetryable, "\(row)")
            #expect(error.status == nil && error.operation.id == "listBooks", "\(row)")
        }
    }

    /// The variables of a path are not replaced, and a query that is part of each request is left out.
    @Test func operationsHaveNoValues() async throws {
        var request = ClientRequest(.get, "/a/{id}?beta=true", tags: ["a", "b"])
        request.path("id", "secret")
        let client = Seed.Client(server: "http://test", transport: Recorder(404))
        do {
            try await client.send(request).noContent()
            Issue.record("not thrown")
        } catch let error as any APIError {
            #expect(
                error.operation == ClientOperation(.get, "/a/{id}", tags: ["a", "b"], id: "operationsHaveNoValues()"))
            #expect(error.operation.id == "operationsHaveNoValues")
        }
    }
}
