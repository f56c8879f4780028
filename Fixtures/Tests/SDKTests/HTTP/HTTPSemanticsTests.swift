import HTTPTypes
import Testing

@testable import ApusRuntime

/// What HTTP expects of a server beyond the operations that the document declares.
@Suite struct HTTPSemanticsTests {
    private static let router = {
        var router = APIRouter()
        router.on(.get, "/items/{name}", operation: "getItem") { input, context in
            let name = input.path("name", as: String.self)
            let page = input.query("page", as: Int.self) { $0.integer() }
            let tags = input.query("tags", as: [String].self)
            guard let name, input.isValid else { throw input.rejection }
            let text = "\(context.operationID ?? "") \(name) \(page ?? 0) \(tags ?? [])"
            return .json(text).header("X-Name", "\t \(name) ")
        }
        router.on(.delete, "/items/{name}") { _, _ in .noContent(204) }
        router.on(.get, "/any") { input, _ in
            let value = input.query("any", as: JSONValue.self)
            guard input.isValid else { throw input.rejection }
            return .json(value ?? .null)
        }
        router.on(.get, "/secret", security: .apiKey(query: "key") { $0 }) { _, context in .json(context.identity) }
        return router
    }()

    private func respond(_ method: HTTPRequest.Method, _ path: String) async throws -> ServerResponse {
        let request = HTTPRequest(method: method, scheme: nil, authority: nil, path: path)
        return try await Self.router.respond(to: request)
    }

    @Test func headIsAnsweredByGet() async throws {
        let response = try await respond(.head, "/items/a")
        #expect(response.status == 200 && response.headers[.contentType] == "application/json")
        let client = TransportRequest(
            head: HTTPRequest(method: .head, scheme: "http", authority: "a", path: "/items/a"))
        let received = try await InMemoryTransport(Self.router).send(client)
        #expect(received.head.status == 200)
        #expect(try await received.body.bytes().isEmpty)
    }

    @Test func optionsListsTheMethods() async throws {
        let response = try await respond(.options, "/items/a")
        #expect(response.status == 204 && response.headers[.allow] == "DELETE, GET, HEAD, OPTIONS")
        #expect(response.bytes.isEmpty)
        #expect(try await respond(.options, "/unknown").status == 404)
        let refused = try await respond(.put, "/items/a")
        #expect(refused.status == 405 && refused.headers[.allow] == "DELETE, GET, HEAD, OPTIONS")
    }

    @Test func aServerThatAnswersAsFastAPIAddsNoMethods() async throws {
        var router = APIRouter()
        router.errors = .httpValidationError
        router.on(.get, "/a") { _, _ in .noContent(204) }
        for method in [HTTPRequest.Method.head, .options] {
            let request = HTTPRequest(method: method, scheme: nil, authority: nil, path: "/a")
            let response = try await router.respond(to: request)
            #expect(response.status == 405 && response.headers[.allow] == "GET")
        }
    }

    @Test(arguments: ["/items/%", "/items/%4", "/items/%GG", "/items/a%FF", "/items/%C3", "/items/%ED%A0%80"])
    func aPathThatIsNotTextIsABadRequest(path: String) async throws {
        let response = try await respond(.get, path)
        #expect(response.status == 400 && response.headers[.contentType] == "application/problem+json")
    }

    @Test(arguments: [("/items/%C3%A9?page=%GG", 422), ("/items/%C3%A9", 200), ("/items/é", 200), ("/items/%25", 200)])
    func aPathThatIsTextIsRead(path: String, status: Int) async throws {
        #expect(try await respond(.get, path).status.code == status)
    }

    @Test func aRepeatedParameterWithOneValueIsRefused() async throws {
        let refused = try await respond(.get, "/items/a?page=1&page=2")
        #expect(refused.status == 422)
        #expect(String(decoding: refused.bytes, as: UTF8.self).contains("must occur only once"))
        let list = try await respond(.get, "/items/a?tags=1&tags=2&other=1&other=2")
        #expect(String(decoding: list.bytes, as: UTF8.self) == #""getItem a 0 [\"1\", \"2\"]""#)
    }

    /// What may be an array is written as one, in several items.
    @Test(arguments: [("?any=a&any=b", #"["a","b"]"#), ("?any=a", #""a""#)])
    func aRepeatedParameterThatMayBeAnArrayIsOne(query: String, json: String) async throws {
        let response = try await respond(.get, "/any" + query)
        #expect(String(decoding: response.bytes, as: UTF8.self) == json)
    }

    @Test func differentKeysAreRefused() async throws {
        #expect(try await respond(.get, "/secret?key=a").status == 200)
        #expect(try await respond(.get, "/secret?key=a&key=a").status == 200)
        #expect(try await respond(.get, "/secret?key=bad&key=good").status == 401)
    }

    @Test func spacesAroundAHeaderAreNotPartOfIt() async throws {
        #expect(try await respond(.get, "/items/a").headers[HTTPField.Name("X-Name") ?? .accept] == "a")
    }
}

extension HTTPResponse.Status {
    fileprivate static func == (status: Self, code: Int) -> Bool { status.code == code }
}
