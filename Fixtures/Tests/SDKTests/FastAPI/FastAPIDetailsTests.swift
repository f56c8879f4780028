import FastapiConstraintsSDK
import HTTPTypes
import Testing

@testable import ApusRuntime

/// `input` and `ctx` of FastAPI's responses: present if the document declares them, and without secrets.
@Suite struct FastAPIDetailsTests {
    static let secret = "tr0mb0ne"

    /// The entries of `detail`.
    private static func entries(
        _ server: some APIServer, _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil
    ) async throws -> [JSONValue] {
        let answer = try await respond(server, method, path, body)
        #expect(answer.status.code == 422)
        let detail = try JSONValue(jsonText: String(decoding: answer.bytes, as: UTF8.self))["detail"]
        return try #require(detail?.array)
    }

    private static func respond(
        _ server: some APIServer, _ method: HTTPRequest.Method, _ path: String, _ body: String?
    ) async throws -> ServerResponse {
        var fields: HTTPFields = [.sessionKey: "secret"]
        if body != nil { fields[.contentType] = "application/json" }
        let head = HTTPRequest(method: method, scheme: nil, authority: nil, path: path, headerFields: fields)
        return try await APIRouter(server).respond(to: head, body: HTTPBody(Array((body ?? "").utf8)))
    }

    @Test func entriesHoldInputAndContext() async throws {
        let entries = try await Self.entries(Depot(), .put, "/embedded", #"{"address": {"street": "", "zip": "x"}}"#)
        #expect(entries.count == 2)
        #expect(entries[0]["input"] == "")
        #expect(entries[0]["ctx"] == ["min_length": 1])
        #expect(entries[1]["input"] == "x")
        #expect(entries[1]["ctx"] == ["pattern": #"^\d{5}$"#])
    }

    @Test func aMissingMemberShowsWhatItIsMissingIn() async throws {
        let entries = try await Self.entries(Depot(), .put, "/embedded", #"{"address": {"street": "a"}}"#)
        #expect(entries.map { $0["input"] } == [["street": "a"]])
        #expect(entries[0]["ctx"] == nil)
    }

    @Test func aDocumentThatDoesNotDeclareThemGetsNone() async throws {
        let entries = try await Self.entries(Seed.Server(), .patch, "/api/conversations/42", #"{"title": ""}"#)
        #expect(entries.first?.object?.keys.sorted() == ["loc", "msg", "type"])
    }

    @Test(arguments: [
        #"{"name": "a", "password": "\#(secret)", "pin": "12345"}"#,
        #"{"password": "\#(secret)"}"#,
        #"{"Password": "\#(secret)", "pin": ["\#(secret)"]}"#,
        #"{"name": "ab", "password": ["\#(secret)"], "pin": "\#(secret)"}"#,
        #"{"name": "ab", "password": {"value": "\#(secret)"}, "pin": "12345"}"#,
        #"{"name": "ab", "recovery": ["\#(secret)", 1], "former": ["\#(secret)"]}"#,
        #"[{"name": "ab", "password": "\#(secret)"}]"#,
        #"{"name": {"password": "\#(secret)"}}"#,
        #"{"data": {"name": "ab", "password": "\#(secret)"}}"#,
    ])
    func secretsAreNotRepeated(body: String) async throws {
        let answer = try await Self.respond(Depot(), .post, "/accounts", body)
        #expect(answer.status.code == 422)
        #expect(!String(decoding: answer.bytes, as: UTF8.self).contains(Self.secret))
    }

    @Test func asterisksStandForSecrets() async throws {
        let body = #"{"name": 5, "password": 1, "pin": "\#(Self.secret)"}"#
        let entries = try await Self.entries(Depot(), .post, "/accounts", body)
        #expect(entries.map { $0["input"] } == [5, .hidden, .hidden])
        let missing = try await Self.entries(Depot(), .post, "/accounts", #"{"password": "a", "pin": "12345"}"#)
        #expect(missing.map { $0["input"] } == [["password": .hidden, "pin": .hidden]])
    }

    @Test func secretsAreNotRepeatedElsewhere() async throws {
        let phrase = try await Self.entries(Depot(), .put, "/phrase", #"["\#(Self.secret)"]"#)
        #expect(phrase.first?.object?.keys.contains("input") == false)
        let code = try await Self.entries(Depot(), .get, "/unlock?code=ab")
        #expect(code.map { $0["input"] } == [.hidden])
    }

    /// A body with many mistakes does not lead to a response of a hundred times its size.
    @Test func largeInputsAreLeftOut() async throws {
        let filler = String(repeating: "a", count: 300_000)
        let body = #"{"addresses": [{}], "places": {"a": {"\#(filler)": 1}}, "box": {"filler": "\#(filler)"}}"#
        let answer = try await Self.respond(Depot(), .post, "/parcels", body)
        #expect(answer.status.code == 422)
        #expect(answer.bytes.count < 2 << 20)
        let detail = try JSONValue(jsonText: String(decoding: answer.bytes, as: UTF8.self))["detail"]?.array ?? []
        #expect(detail.contains { $0["input"] != nil })
        #expect(detail.contains { $0["input"] == nil })
    }
}
