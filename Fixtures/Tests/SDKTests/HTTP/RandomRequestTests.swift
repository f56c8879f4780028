import HTTPTypes
import Testing

@testable import ApusRuntime

/// Requests put together at random from meaningful pieces: no response is ever a 500.
@Suite struct RandomRequestTests {
    /// The same requests in every run (SplitMix64).
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static let pieces = [
        "{", "}", "[", "]", "\"", ":", ",", "\\", "\\ud800", "null", "1e999", "-", "0", "12", "true", "title", "kind",
        "limit", "é",
        "\u{0}", "=", "&", ";", "%", "%2F", "%ff", "+", "/", "..", "?", "a", "b", " ", "\r\n", "--b", "--b--",
        "name=files",
        "Content-Disposition: form-data; name=files\r\n\r\n", "q[kind]", "q[limit]=1", "t=1&t=2",
        "filename*=UTF-8''%ff",
    ]

    private static let types = [
        "application/json", "multipart/form-data; boundary=b", "application/x-www-form-urlencoded", "text/plain",
        "a/b;",
    ]

    private static let router: APIRouter = {
        var router = APIRouter(Seed.Server())
        router.on(.post, "/x/{a}-{b}/{n}") { input, _ in
            _ = input.path("a", as: String.self) { $0.string(maxLength: 3) }
            _ = input.path("b", as: [Double].self, style: .label, explode: true)
            _ = input.path("n", as: [String: Bool].self, style: .matrix, explode: true)
            _ = input.query("q", as: KindFilter.self, style: .deepObject, explode: true)
            _ = input.query("t", as: [Int].self) { $0.array(maxItems: 2) { $0.integer() } }
            _ = input.query("j", as: JSONValue.self, style: .json)
            _ = input.header("X-N", as: Int.self)
            _ = input.cookie("c", as: Seed.ValidationError.Location.self)
            guard input.isValid else { throw input.rejection }
            return .noContent()
        }
        router.on(.post, "/files") { input, _ in
            guard await input.multipart(RouterTests.Upload.self) != nil else { throw input.rejection }
            return .noContent()
        }
        router.on(.post, "/form") { input, _ in
            guard await input.urlEncoded(KindFilter.self) != nil else { throw input.rejection }
            return .noContent()
        }
        return router
    }()

    @Test(arguments: 0..<8)
    func noRandomRequestIsAnsweredWith500(seed: UInt64) async throws {
        var generator = Generator(state: seed)
        let field = try #require(HTTPField.Name("X-N"))
        for _ in 0..<2_000 {
            let text = { (generator: inout Generator) in
                (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                    Self.pieces.randomElement(using: &generator) ?? ""
                }
                .joined()
            }
            let start = ["/api/conversations/", "/x/a-.1/;k=true", "/x/", "/files", "/form", "/"].randomElement(
                using: &generator)
            let path = (start ?? "") + (Bool.random(using: &generator) ? text(&generator) : "")
            let query = Bool.random(using: &generator) ? "?" + text(&generator) : ""
            var head = HTTPRequest(
                method: Bool.random(using: &generator) ? .post : .patch, scheme: nil, authority: nil, path: path + query
            )
            head.headerFields = [.sessionKey: "secret", field: text(&generator), .cookie: text(&generator)]
            head.headerFields[.contentType] = Self.types.randomElement(using: &generator)
            let body = text(&generator) + "\r\n--b\r\n" + text(&generator)
            let response = try await Self.router.respond(to: head, body: HTTPBody(Array(body.utf8)))
            #expect(response.status.code != 500, "\(head) \(body)")
        }
    }
}
