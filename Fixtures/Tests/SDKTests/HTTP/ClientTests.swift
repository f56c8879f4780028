import Foundation
import HTTPTypes
import Testing
import UpdateConversationSDK

@testable import ApusRuntime

@Suite struct ClientTests {
    typealias Failure = ClientError<Seed.HTTPValidationFailure>

    private static func call(
        _ transport: any ClientTransport, id: String = "42", server: ServerURL<Seed.Client> = "http://test"
    ) async throws(Failure) -> Bool {
        try await Seed.Client(server: server, credentials: .apiKeyHeader("secret"), transport: transport)
            .updateConversation(conversationID: id, body: .init(title: "Ship it"))
    }

    private static func failure(
        _ transport: any ClientTransport, id: String = "42", server: ServerURL<Seed.Client> = "http://test"
    ) async -> Failure? {
        do {
            _ = try await call(transport, id: id, server: server)
            return nil
        } catch {
            return error
        }
    }

    @Test func sendsWhatTheDocumentSays() async throws {
        let recorder = Recorder(200, "true")
        #expect(try await Self.call(recorder, server: "https://host:8443/v1/"))
        let sent = try #require(await recorder.sent.first)
        #expect(sent.url == "https://host:8443/v1/api/conversations/42")
        #expect(sent.head.method == .patch)
        #expect(sent.head.headerFields[.contentType] == "application/json")
        #expect(sent.head.headerFields[.sessionKey] == "secret")
        #expect(String(decoding: sent.body?.buffered ?? [], as: UTF8.self) == #"{"title":"Ship it"}"#)
    }

    @Test(arguments: [
        ("http://h", "http://h/"), ("http://h/", "http://h/"), ("https://h:1/a/b/", "https://h:1/a/b"),
        ("HTTP://H", "http://H/"),
        ("http://[::1]:3000", "http://[::1]:3000/"),
    ])
    func aServersURLGivesSchemeAuthorityAndPrefix(text: String, prefix: String) {
        let address = ServerAddress(text)
        #expect(address.map { "\($0.scheme)://\($0.authority)\($0.prefix.isEmpty ? "/" : $0.prefix)" } == prefix)
    }

    @Test(arguments: [
        "", "/api", "h", "ftp://h", "http://", "http:///a", "http://u:p@h", "http://h?a", "http://h/#a", "http://h h",
        "http://é",
    ])
    func aURLThatIsNotAServersIsRefused(text: String) async {
        #expect(ServerAddress(text) == nil)
        guard case .invalidRequest = await Self.failure(Recorder(200, "true"), server: ServerURL(text)) else {
            Issue.record("\(text) is not refused")
            return
        }
    }

    @Test(arguments: ["a/b c?é", "%2F", "😀", "...", "a.b", "+", "%", "é\u{301}", "\u{0}", "a;b=c,d"])
    func idsArriveAsTheyAre(id: String) async throws {
        var router = APIRouter()
        router.on(.get, "/x/{id}/y") { input, _ in
            guard let id = input.path("id", as: String.self) else { throw input.rejection }
            return .text(200, id)
        }
        let client = Seed.Client(server: "http://test/", transport: InMemoryTransport(router))
        var request = ClientRequest(.get, "/x/{id}/y")
        request.path("id", id)
        #expect(try await client.send(request).text(200) == id)
    }

    @Test(arguments: ["", ".", ".."])
    func refusesIdsThatNameAnotherPlace(id: String) async throws {
        let recorder = Recorder(200, "true")
        guard case .invalidRequest(let error) = await Self.failure(recorder, id: id) else {
            Issue.record("\(id) is not refused")
            return
        }
        #expect(error.message.contains("conversation_id"))
        #expect(await recorder.sent.isEmpty)
    }

    @Test func parametersAreWrittenIntoTheRequest() async throws {
        let recorder = Recorder(204)
        var request = ClientRequest(.get, "/{a}-{b}.json")
        request.path("a", 1)
        request.path("b", ["x", "y"])
        request.query("limit", 5)
        request.query("absent", nil as Int?)
        request.query("tags", ["a b", "c"])
        request.query("filter", KindFilter(kind: "k", limit: 2), style: .deepObject, explode: true)
        request.query("json", KindFilter(kind: "k"), style: .json)
        request.query("url", "http://a/b?c", allowReserved: true)
        request.header("X-Trace", "t")
        request.cookie("session", "a b")
        request.cookie("count", 3)
        try await Seed.Client(server: "http://h", transport: recorder).send(request).noContent(204)
        let sent = try #require(await recorder.sent.first)
        #expect(
            sent.head.path
                == "/1-x,y.json?limit=5&tags=a%20b&tags=c&filter%5Bkind%5D=k&filter%5Blimit%5D=2&json=%7B%22kind%22%3A%22k%22%7D&url=http://a/b?c"
        )
        #expect(sent.head.headerFields[.cookie] == "session=a%20b; count=3")
    }

    @Test func refusesWhatCannotBeSent() async {
        var newline = ClientRequest(.get, "/")
        newline.header("X-Trace", "a\r\nb")
        var cookie = ClientRequest(.get, "/")
        cookie.cookie("a", "b\u{0}", style: .cookie)
        var nested = ClientRequest(.get, "/")
        nested.query("a", [["b"]])
        var number = ClientRequest(.get, "/")
        number.json(Double.nan)
        let missing = ClientRequest(.get, "/{id}")
        for request in [newline, cookie, nested, number, missing] {
            do {
                _ = try await Seed.Client(server: "http://h", transport: Recorder(200)).send(request)
                Issue.record("is not refused")
            } catch {
                guard case .invalidRequest = error else {
                    Issue.record("\(error)")
                    return
                }
            }
        }
    }

    @Test func aDocumentedFailureIsTyped() async throws {
        let body = #"{"detail":[{"loc":["body",0],"msg":"m","type":"t","extra":1}],"more":null}"#
        guard case .documented(.unprocessableContent(let error), _) = await Self.failure(Recorder(422, body)) else {
            Issue.record("422 is not documented")
            return
        }
        #expect(error.detail?.first?.loc == [.string("body"), .integer(0)])
    }

    @Test func anUndocumentedFailureKeepsItsAnswer() async throws {
        guard case .undocumented(let response) = await Self.failure(Recorder(404, #"{"detail":"gone"}"#)) else {
            Issue.record("404 is not undocumented")
            return
        }
        #expect(response.status == 404)
        #expect(response.text == #"{"detail":"gone"}"#)
        #expect(response.headers[.contentType] == "application/json")
        #expect(Failure.undocumented(response).localizedDescription.contains("404: {"))
        guard case .undocumented = await Self.failure(Recorder(201, "true")) else {
            Issue.record("201 is not undocumented")
            return
        }
    }

    @Test(arguments: [
        (200, #""yes""#, "application/json", "expected a boolean"),
        (200, "{", "application/json", "invalid JSON"),
        (200, "", "application/json", "invalid JSON"),
        (200, "<html>", "text/html", "text/html"),
        (422, "<html>", "text/html", "text/html"),
        (422, "[]", "application/json", "expected an object"),
        (422, #"{"detail":[{"loc":5}]}"#, "application/problem+json", "detail[0].loc"),
    ])
    func anAnswerThatDoesNotDecodeIsADecodingError(status: Int, body: String, contentType: String, text: String) async {
        guard case .decoding(let error) = await Self.failure(Recorder(status, body, contentType: contentType)) else {
            Issue.record("\(status) \(body) decodes")
            return
        }
        #expect(error.response.status == status)
        #expect(error.description.contains(text), "\(error)")
    }

    @Test func aMissingContentTypeIsTolerated() async throws {
        #expect(try await Self.call(Recorder(200, "true", contentType: nil)))
    }

    @Test func transportErrorsAndCancellation() async {
        struct Broken: ClientTransport {
            func send(_ request: TransportRequest) async throws -> TransportResponse { throw URLError(.timedOut) }
        }
        guard case .transport(let error, _) = await Self.failure(Broken()) else {
            Issue.record("no transport error")
            return
        }
        #expect((error as? URLError)?.code == .timedOut)
        let task = Task { await Self.failure(InMemoryTransport(Seed.Server())) }
        task.cancel()
        guard case .transport(let error, _) = await task.value, error is CancellationError else {
            Issue.record("no cancellation")
            return
        }
    }

    @Test func rangesAndDefaultsCarryTheStatus() async throws {
        enum Problem: OperationFailure, Equatable {
            case notFound
            case clientError(Int, JSONValue)
            case other(Int, String)

            static var responses: [FailureResponse<Self>] {
                [
                    .noContent(404, Self.notFound), .json(range: 400..<500, Self.clientError),
                    .text(range: 100..<600, Self.other),
                ]
            }
            var response: ServerResponse {
                switch self {
                case .notFound: .noContent(404)
                case .clientError(let status, let body): .json(status, body)
                case .other(let status, let text): .text(status, text)
                }
            }
        }
        for failure in [Problem.notFound, .clientError(409, ["a": 1]), .other(503, "busy")] {
            var router = APIRouter()
            router.on(.get, "/") { _, _ in throw failure }
            let client = Seed.Client(server: "http://h", transport: InMemoryTransport(router))
            do {
                _ = try await client.send(ClientRequest(.get, "/"), failures: Problem.self).json() as JSONValue
                Issue.record("no failure")
            } catch {
                guard case .documented(let caught, _) = error else {
                    Issue.record("\(error)")
                    return
                }
                #expect(caught == failure)
            }
        }
    }
}
