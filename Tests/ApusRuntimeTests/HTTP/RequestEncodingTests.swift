import HTTPTypes
import Testing

@testable import ApusJSON
@testable import ApusRuntime

/// What a client sends for its parameters and credentials, and what it refuses to send.
@Suite struct RequestEncodingTests {
    private struct API: APIClient {
        var connection: Connection<Self>
        init(_ connection: Connection<Self>) { self.connection = connection }
    }

    private struct NoTransport: ClientTransport {
        func send(_ request: TransportRequest) async throws -> TransportResponse { throw CancellationError() }
    }

    private func sent(
        security: [[String]] = [], credentials: Credentials<API>? = nil, _ build: (inout ClientRequest) -> Void
    ) throws -> HTTPRequest {
        var request = ClientRequest(.get, "/a", security: security)
        build(&request)
        let client = API(server: "http://test", credentials: credentials, transport: NoTransport())
        let presented = credentials?.presented(for: security) ?? []
        return try request.transported(over: client.connection, presented).head
    }

    @Test func anEmptyListInAHeaderIsNoField() throws {
        let head = try sent { request in
            request.header("X-Empty", [] as [String]?)
            request.header("X-Blank", [""] as [String]?)
            request.header("X-Nulls", [nil, nil] as [Int?]?)
        }
        #expect(head.headerFields.map(\.name.rawName) == ["X-Blank", "Accept"])
        #expect(head.headerFields.first?.value == "")
    }

    @Test func emptyListsOfAQueryAreLeftOut() throws {
        let head = try sent { request in
            request.query("a", [] as [String]?)
            request.query("b", [] as [String]?, style: .form, explode: false)
            request.query("c", [""] as [String]?)
            request.query("d", [:] as [String: String]?)
            request.query("e", [nil, 1] as [Int?]?)
        }
        #expect(head.path == "/a?c=&e=1")
    }

    @Test func emptyListsThatAreRequiredAreRefused() throws {
        #expect(throws: InvalidRequest.self) { try sent { $0.query("a", [] as [String]) } }
        #expect(throws: InvalidRequest.self) { try sent { $0.query("a", [] as [Int], style: .form, explode: false) } }
        #expect(throws: InvalidRequest.self) { try sent { $0.query("a", [nil] as [Int?]) } }
        #expect(throws: InvalidRequest.self) { try sent { $0.header("X-A", [] as [String]) } }
        #expect(throws: InvalidRequest.self) { try sent { $0.cookie("a", [] as [String]) } }
        #expect(try sent { $0.query("a", [] as [Int], style: .json) }.path == "/a?a=%5B%5D")
        #expect(try sent { $0.query("a", [""]) }.path == "/a?a=")
        // An object whose members are all absent. Only members are written in the query.
        #expect(try sent { $0.query("a", [:] as [String: String]) }.path == "/a")
    }

    @Test(arguments: ["a,b", " a", "a\n"])
    func itemsThatAHeaderCannotCarryAreRefused(item: String) {
        #expect(throws: InvalidRequest.self) { try sent { $0.header("X-A", ["x", item]) } }
    }

    @Test(arguments: ["max-age=3600, private", #""abc""#, "W/\"é\"", "a%2Cb", "a/b?c=d"])
    func aHeaderIsWrittenAsItIs(value: String) throws {
        let head = try sent { $0.header("X-A", value) }
        #expect(head.headerFields.first?.value == value)
    }

    @Test(arguments: [" a", "a\t", "a\nb", "a\r", "a\0", "\u{7F}"])
    func valuesThatAHeaderCannotCarryAreRefused(value: String) {
        #expect(throws: InvalidRequest.self) { try sent { $0.header("X-A", value) } }
    }

    @Test func thereIsOneCookieField() throws {
        let head = try sent(security: [["session"]], credentials: .apiKey("session", cookie: "sid", "s+/=")) {
            request in
            request.header("Cookie", "own=1")
            request.cookie("theme", "dark/50%" as String?)
            request.cookie("ids", [1, 2] as [Int]?)
            request.cookie("none", [] as [Int]?)
        }
        #expect(head.headerFields[values: .cookie] == ["own=1; theme=dark/50%25; ids=1; ids=2; sid=s+/="])
    }

    @Test(arguments: [
        ("abc", "abc"), ("s+/==", "s+/=="), ("a%41b", "a%41b"), ("a=b&c", "a=b&c"), ("a;b", "a%3Bb"),
        ("50% \"é\"", "50%25%20%22%C3%A9%22"),
    ])
    func aKeyInACookieGoesAsItIsWhereItCan(key: String, written: String) async throws {
        let head = try sent(security: [["session"]], credentials: .apiKey("session", cookie: "sid", key)) { _ in }
        #expect(head.headerFields[values: .cookie] == ["sid=\(written)"])
        let authenticator = Authenticator.apiKey(cookie: "sid") { $0 }
        #expect(try await authenticator.identify(head) == key)
    }

    /// A server sends no field for an empty list; a client reads the missing field as an empty list.
    @Test func aFieldThatIsMissingIsAnEmptyList() throws {
        let content = ResponseContent(head: HTTPResponse(status: .ok), body: HTTPBody(), itemLimit: 1)
        let response = ServerResponse(status: .ok).header("X-Ids", [] as [Int])
        #expect(response.headers.isEmpty)
        #expect(try content.requiredHeader("X-Ids", as: [Int].self) == [])
        #expect(throws: ResponseDecodingError.self) { try content.requiredHeader("X-Ids", as: Int.self) }
    }
}
