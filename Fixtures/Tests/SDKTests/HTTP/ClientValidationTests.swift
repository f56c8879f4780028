import ApusRuntime
import Testing
import UpdateConversationSDK

/// A client that validates bodies against their schemas.
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

    @Test func requestsAreValidatedOnlyOnDemand() async throws {
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

    @Test func responsesAreValidatedOnlyOnDemand() async throws {
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

    /// The issues of a request; empty if it is sent.
    private func issues(_ build: (inout ClientRequest) -> Void) async throws -> [String] {
        var client = client("true")
        var request = ClientRequest(.post, "/{n}")
        request.path("n", 1)
        build(&request)
        #expect(try await client.send(request).status == 200)
        client.connection.validates = .requests
        do throws(ClientError<Never>) {
            _ = try await client.send(request)
            return []
        } catch {
            guard case .invalidRequest(let refusal) = error else { throw error }
            return refusal.issues.map(\.description)
        }
    }

    @Test func parametersAreValidatedWithTheRequest() async throws {
        let found = try await issues { request in
            request.path("n", 12) { $0.integer(maximum: 9) }
            request.query("q", ["a", "bc"]) { $0.array(maxItems: 1) { $0.string(maxLength: 1) } }
            request.header("h", "x" as String?) { $0.string(pattern: "^y$") }
            request.cookie("c", UpdateConversationRequest(title: ""))
            request.query("absent", nil as Int?) { $0.integer(maximum: 0) }
            request.json([""]) { $0.array { $0.string(minLength: 1) } }
        }
        #expect(
            found == [
                "n: must be at most 9", "q: must have at most 1 element", "q[1]: must have at most 1 character",
                "h: must match ^y$", "c.title: must have at least 1 character", "[0]: must have at least 1 character",
            ])
        let none = try await issues { request in
            request.query("q", ["a"]) { $0.array(maxItems: 1) { $0.string(maxLength: 1) } }
            request.json(["x"]) { $0.array { $0.string(minLength: 1) } }
        }
        #expect(none.isEmpty)
    }

    @Test func formsPartsAndXMLAreValidatedWithTheRequest() async throws {
        let invalid = UpdateConversationRequest(title: "")
        let expected = ["title: must have at least 1 character"]
        #expect(try await issues { $0.urlEncoded(invalid) } == expected)
        #expect(try await issues { $0.xml(invalid, "body") } == expected)
        #expect(try await issues { $0.multipart(Form(title: "")) } == expected)
        #expect(try await issues { $0.multipart(Form(title: "x")) }.isEmpty)
    }

    @Test(arguments: [
        ("application/x-www-form-urlencoded", "title="), ("application/xml", "<body><title></title></body>"),
    ])
    func formsAndXMLAreValidatedWithTheAnswer(contentType: String, body: String) async throws {
        let transport = Answering(status: 200, body: Array(body.utf8), contentType: contentType)
        var client = OpenHandsClient(server: "http://test", transport: transport)
        let read = { (client: OpenHandsClient) async throws(ClientError<Never>) -> UpdateConversationRequest in
            let response = try await client.send(ClientRequest(.get, "/"))
            return try await contentType.hasSuffix("xml") ? response.xml(200, "body") : response.urlEncoded(200)
        }
        #expect(try await read(client).title == "")
        client.connection.validates = .responses
        do throws(ClientError<Never>) {
            _ = try await read(client)
            Issue.record("an invalid answer was taken")
        } catch {
            guard case .decoding(let failure) = error else { throw error }
            #expect(failure.issues.map(\.description) == ["title: must have at least 1 character"])
        }
    }

    @Test func itemsOfAStreamAreValidated() async throws {
        let lines = #"{"title": "a"}"# + "\n" + #"{"title": ""}"# + "\n"
        let transport = Answering(status: 200, body: Array(lines.utf8), contentType: "application/jsonl")
        var client = OpenHandsClient(server: "http://test", transport: transport)
        let read = { (client: OpenHandsClient) async throws -> [UpdateConversationRequest] in
            try await client.send(ClientRequest(.get, "/")).jsonLines(200).collect()
        }
        #expect(try await read(client).map(\.title) == ["a", ""])
        client.connection.validates = .responses
        await #expect {
            _ = try await read(client)
        } throws: { error in
            guard case ItemStreamError.invalid(index: 1, _, let issues) = error else { return false }
            return issues.map(\.description) == ["title: must have at least 1 character"]
        }
    }

    @Test func elementsOfCollectionsAreValidatedWithTheirPlaces() {
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

/// A multipart form as it is generated.
private struct Form: MultipartModel, Validated {
    var title: String

    init(title: String) { self.title = title }

    init(form: inout MultipartReader) throws(JSONError) { title = try form.required("title") }

    func write(to form: inout MultipartWriter) { form.write("title", title) }

    static func validate(_ object: inout Validator) {
        object.required("title") { $0.string(minLength: 1, maxLength: 200) }
    }

    static var validatesObject: Bool { true }
}

struct Answering: ClientTransport {
    var status: Int
    var body: [UInt8]
    var contentType = "application/json"

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        TransportResponse(
            head: .init(status: .init(code: status), headerFields: [.contentType: contentType]), body: HTTPBody(body))
    }
}
