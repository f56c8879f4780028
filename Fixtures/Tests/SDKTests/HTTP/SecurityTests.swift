import HTTPTypes
import Testing
import UpdateConversationSDK

@testable import ApusRuntime

@Suite struct SecurityTests {
    private static func check(_ accepted: String) -> @Sendable (String) async throws -> String {
        { key in
            guard key == accepted else { throw Unauthorized("wrong \(key)") }
            return key
        }
    }

    private static let header = Authenticator<String>.apiKey(header: "X-Key", check("h"))
    private static let query = Authenticator<String>.apiKey(query: "key", check("q+q"))
    private static let cookie = Authenticator<String>.apiKey(cookie: "key", check("c c"))
    private static let bearer = Authenticator<String>.bearer(check("t"))
    private static let basic = Authenticator<String>.basic { credentials in
        guard credentials.password == "p:w" else { throw Unauthorized() }
        return credentials.username
    }

    private static func send(
        _ authenticator: Authenticator<String>, _ credentials: Credentials<Seed.Client>?, _ security: [[String]]
    ) async throws -> (status: Int, text: String, challenges: [String]) {
        var router = APIRouter()
        router.on(.get, "/", security: authenticator) { _, context in .text(200, context.identity) }
        let client = Seed.Client(server: "http://h", credentials: credentials, transport: InMemoryTransport(router))
        let response = try await client.send(ClientRequest(.get, "/", security: security))
        let body = String(decoding: response.content.body.buffered ?? [], as: UTF8.self)
        return (response.status, body, response.headers[values: .wwwAuthenticate])
    }

    static let all: Credentials<Seed.Client> = [
        .apiKey("header", header: "X-Key", "h"), .apiKey("query", query: "key", "q+q"),
        .apiKey("cookie", cookie: "key", "c c"),
        .bearer("bearer", "t"), .basic("basic", username: "u", password: "p:w"),
    ]

    @Test func everySchemePresentsAndIsAccepted() async throws {
        let rows: [(Authenticator<String>, String, String)] = [
            (Self.header, "header", "h"), (Self.query, "query", "q+q"), (Self.cookie, "cookie", "c c"),
            (Self.bearer, "bearer", "t"),
            (Self.basic, "basic", "u"),
        ]
        for (authenticator, scheme, identity) in rows {
            #expect(try await Self.send(authenticator, Self.all, [[scheme]]).text == identity)
            let anonymous = try await Self.send(authenticator, nil, [[scheme]])
            #expect(anonymous.status == 401)
            #expect(anonymous.challenges.count == 1)
        }
    }

    @Test func theFirstAlternativeWithAllItsCredentialsIsPresented() {
        let some: Credentials<Seed.Client> = [.bearer("b", "1"), .bearer("c", "2")]
        let names = { (alternatives: [[String]]) in some.presented(for: alternatives).map(\.scheme) }
        #expect(names([["a"], ["b"], ["c"]]) == ["b"])
        #expect(names([["a", "b"], ["c", "b"]]) == ["c", "b"])
        #expect(names([[], ["c"]]) == ["c"])
        #expect(names([["a"]]).isEmpty)
        #expect(names([]).isEmpty)
    }

    @Test func oneOfSeveralCredentialsIsEnough() async throws {
        let any = Authenticator.any([Self.bearer, Self.header])
        #expect(try await Self.send(any, .apiKey("h", header: "X-Key", "h"), [["h"]]).text == "h")
        let both: Credentials<Seed.Client> = [.bearer("b", "wrong"), .apiKey("h", header: "X-Key", "h")]
        #expect(try await Self.send(any, both, [["b", "h"]]).text == "h")
        let wrong = try await Self.send(any, .bearer("b", "wrong"), [["b"]])
        #expect(wrong.status == 401)
        #expect(wrong.text.contains("wrong wrong"))
        #expect(wrong.challenges == ["Bearer", #"APIKey in="header", name="X-Key""#])
    }

    @Test func combinedCredentialsAreAllDemanded() async throws {
        let all = Authenticator.all([Self.bearer, Self.header])
        #expect(try await Self.send(all, Self.all, [["bearer", "header"]]).text == "t")
        #expect(try await Self.send(all, Self.all, [["bearer"]]).status == 401)
    }

    @Test func optionalCredentialsAllowAnonymousAccess() async throws {
        var router = APIRouter()
        router.on(.get, "/", security: Self.bearer.optional) { _, context in .text(200, context.identity ?? "nobody") }
        let transport = InMemoryTransport(router)
        let request = ClientRequest(.get, "/", security: [["b"], []])
        let nobody = Seed.Client(server: "http://h", transport: transport)
        #expect(try await nobody.send(request).text(200) == "nobody")
        let somebody = Seed.Client(server: "http://h", credentials: .bearer("b", "t"), transport: transport)
        #expect(try await somebody.send(request).text(200) == "t")
        let wrong = Seed.Client(server: "http://h", credentials: .bearer("b", "x"), transport: transport)
        #expect(try await wrong.send(request).status == 401)
    }

    @Test(arguments: [
        "Basic", "Basic ", "Basic !!!", "Basic dQ==", "Bearer", "Bearer ", "bearer  t ", "Digest x", "",
    ])
    func malformedAuthorizationIsRefused(value: String) async throws {
        for authenticator in [Self.basic, Self.bearer] {
            var router = APIRouter()
            router.on(.get, "/", security: authenticator) { _, _ in .noContent() }
            let head = HTTPRequest(
                method: .get, scheme: nil, authority: nil, path: "/", headerFields: [.authorization: value])
            #expect([204, 401].contains(try await router.respond(to: head).status.code))
        }
    }

    @Test func secretsAreNotPrinted() {
        for text in ["\(Self.all)", String(reflecting: Self.all)] {
            #expect(text.contains("bearer"))
            #expect(!text.contains("q+q"))
        }
        var dumped = ""
        dump(Self.all, to: &dumped)
        #expect(!dumped.contains("q+q"))
    }
}
