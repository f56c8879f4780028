import ApusRuntime
import Testing
import UpdateConversationSDK

/// A client that holds bodies against their schemas.
struct ClientValidationTests {
    private func client(_ answer: String, status: Int = 200) -> OpenHandsClient {
        let transport = Answering(status: status, body: Array(answer.utf8))
        return OpenHandsClient(server: "http://test", credentials: .apiKeyHeader("key"), transport: transport)
    }

    private func update(_ client: OpenHandsClient, title: String) async throws(ClientError<HTTPValidationFailure>)
        -> Bool
    {
        try await client.updateConversation(conversationID: "1", body: .init(title: title))
    }

    @Test func requests() async throws {
        var client = client("true")
        #expect(try await update(client, title: ""))
        client.connection.validates = .requests
        #expect(try await update(client, title: "Ship it"))
        do {
            _ = try await update(client, title: "")
            Issue.record("an invalid body was sent")
        } catch {
            guard case .invalidRequest(let refusal) = error else { throw error }
            #expect(refusal.issues.map(\.description) == ["title: must have at least 1 character"])
            #expect("\(refusal)".hasSuffix("not valid\n  title: must have at least 1 character"))
        }
    }

    @Test func responses() async throws {
        var client = client(#"{"title": ""}"#)
        let read: UpdateConversationRequest = try await client.send(ClientRequest(.get, "/")).json(200)
        #expect(read.title == "")
        client.connection.validates = .responses
        do {
            let _: UpdateConversationRequest = try await client.send(ClientRequest(.get, "/")).json(200)
            Issue.record("an invalid answer was taken")
        } catch {
            guard case .decoding(let failure) = error else { throw error }
            #expect(failure.issues.map(\.description) == ["title: must have at least 1 character"])
        }
    }

    @Test func collections() {
        let bodies = [UpdateConversationRequest(title: "a"), UpdateConversationRequest(title: "")]
        #expect(bodies.validate().map(\.description) == ["[1].title: must have at least 1 character"])
        #expect(["x": bodies].validate().map(\.description) == ["x[1].title: must have at least 1 character"])
        #expect([nil, bodies[1]].validate().map(\.description) == ["[1].title: must have at least 1 character"])
    }

    @Test func formsAskByProperty() {
        var issues = ValidationIssues()
        UpdateConversationRequest(title: "a").validate(into: &issues, at: "first")
        #expect(issues.isValid)
        UpdateConversationRequest(title: "").validate(into: &issues, at: "others", 3)
        #expect(issues.at("others", 3, "title").map(\.message) == ["must have at least 1 character"])
        #expect(issues.at("others").count == 1 && issues.at("first").isEmpty && issues.at("others", 3, "id").isEmpty)
        UpdateConversationRequest(title: "").validate(into: &issues, at: "more", limit: 1)
        #expect(issues.count == 1 && issues.isTruncated)
    }
}

private struct Answering: ClientTransport {
    var status: Int
    var body: [UInt8]

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        TransportResponse(
            head: .init(status: .init(code: status), headerFields: [.contentType: "application/json"]),
            body: HTTPBody(body))
    }
}
