import ApusRuntime
import Testing
import UpdateConversationSDK

/// A read-only member is required only in responses, a write-only member only in requests.
struct DirectionTests {
    private struct Account: JSONModel, Validated {
        var id: Int?
        var key: String?

        init(json object: inout JSONObjectReader) throws(JSONError) {
            id = try object.optional("id")
            key = try object.optional("key")
        }

        func write(to object: inout JSONObjectWriter) {
            object.write("id", id)
            object.write("key", key)
        }

        static func validate(_ object: inout Validator) {
            object.required("id", of: .responses) { $0.integer(minimum: 1) }
            object.required("key", of: .requests) { $0.string() }
        }
    }

    @Test(
        arguments: [
            (#"{"id": 1}"#, ["key: required, but missing"], []),
            (#"{"key": "k"}"#, [], ["id: required, but missing"]),
            (#"{"id": 0, "key": "k"}"#, ["id: must be at least 1"], ["id: must be at least 1"]),
        ] as [(String, [String], [String])]
    )
    func requiredMembersDependOnTheDirection(json: String, inRequests: [String], inResponses: [String]) throws {
        let document = try JSONDocument(Array(json.utf8))
        let issues = { (direction: Validator.Direction?) in
            Validator.validate(Account.self, document, direction: direction).map(\.description)
        }
        #expect(issues(.requests) == inRequests)
        #expect(issues(.responses) == inResponses)
        #expect(issues(nil) == inRequests.filter { inResponses.contains($0) })
    }

    @Test func aModelIsValidatedAsPartOfARequest() throws {
        let account = try Account(jsonText: #"{"id": 1}"#)
        #expect(account.validate().map(\.description) == ["key: required, but missing"])
        #expect(account.validate(direction: .responses).isValid)
    }

    @Test func aClientValidatesAnAnswerAsAResponse() async throws {
        let transport = Answering(status: 200, body: Array(#"{"id": 1}"#.utf8))
        var client = OpenHandsClient(server: "http://test", credentials: .apiKeyHeader("key"), transport: transport)
        client.connection.validates = .responses
        let account: Account = try await client.send(ClientRequest(.get, "/")).json(200)
        #expect(account.id == 1)
    }
}
