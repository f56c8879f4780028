import ApusRuntime
import HTTPTypes
import MistakesSDK
import Testing

/// Documents that break rules: nothing that should be protected is open, and no request goes to a wrong place.
struct MistakesTests {
    private struct Gallery: SampleMistakesAPI {
        func authenticate(xKey key: String) async throws {
            if key != "right" { throw Unauthorized() }
        }
        func orderPoster(context: OperationContext<Void>) async throws -> String { "poster" }
        func orderPrint(copies: Int?, context: OperationContext<Void>) async throws -> String { "print \(copies ?? 1)" }
        func getAlbum(album: String, context: OperationContext<Void>) async throws -> Album { Album(name: album) }
        func getFramesByFrameAndSide(
            frame: String, side: String, context: OperationContext<Void>
        ) async throws -> String { frame + side }
    }

    /// Supplies the check that the document does not describe.
    private struct Guarded: SampleMistakesAPI {
        func authenticate(passkey request: HTTPRequest) async throws -> Void? {
            request.headerFields[.authorization] == "Passkey p" ? () : nil
        }
        func getSecret(context: OperationContext<Void>) async throws -> String { "secret" }
    }

    private func client(_ key: String? = "right") -> MistakesClient {
        MistakesClient(
            server: "http://test", credentials: key.map { .xKey($0) }, transport: InMemoryTransport(Gallery()))
    }

    private func status(_ method: HTTPRequest.Method, _ path: String, _ fields: HTTPFields = [:]) async throws -> Int {
        let request = HTTPRequest(method: method, scheme: nil, authority: nil, path: path, headerFields: fields)
        return try await APIRouter(Gallery()).respond(to: request).status.code
    }

    @Test func aFixedQueryGoesWithEachRequestAndFindsItsOperation() async throws {
        #expect(try await client().orderPoster() == "poster")
        #expect(try await client().orderPrint(copies: 3) == "print 3")
        let key = HTTPFields(dictionaryLiteral: (HTTPField.Name("X-Key")!, "right"))
        for (query, text) in [
            ("?a=1&format=large", "poster"), ("?format=l%61rge", "poster"), ("?format=small", "print 1"),
        ] {
            let request = HTTPRequest(
                method: .post, scheme: nil, authority: nil, path: "/prints" + query, headerFields: key)
            let response = try await APIRouter(Gallery()).respond(to: request)
            #expect(try await String(decoding: response.body.bytes(upTo: 100), as: UTF8.self) == text)
        }
    }

    @Test func templatesThatDifferInNamesAloneShareAPath() async throws {
        #expect(try await client().getAlbum(album: "a").name == "a")
        #expect(try await client().getCover(album: "b", size: 1).name == "b")
        try await client().removeCover(album: "a")
        try await client().putAlbum(title: "a", body: Album())
    }

    @Test func aVariableThatNobodyDeclaresIsAString() async throws {
        #expect(try await client().getFramesByFrameAndSide(frame: "a", side: "b") == "ab")
    }

    @Test(arguments: ["/secret", "/safe", "/chest", "/vault", "/box"])
    func whatCannotBeCheckedIsRefused(path: String) async throws {
        #expect(try await status(.get, path) == 401)
    }

    @Test func theAuthorOfAServerSuppliesTheCheck() async throws {
        for (credential, expected) in [("Passkey p", 200), ("Passkey q", 401)] {
            let request = HTTPRequest(
                method: .get, scheme: nil, authority: nil, path: "/secret",
                headerFields: [.authorization: credential])
            #expect(try await APIRouter(Guarded()).respond(to: request).status.code == expected)
        }
    }

    @Test func theOtherAlternativeStillOpensTheDoor() async throws {
        try await client().getVault()
        #expect(try await status(.get, "/vault", [HTTPField.Name("X-Key")!: "right"]) == 204)
    }

    @Test func patternsOfOtherDialectsKeepTheirMeaning() {
        #expect(Album(label: "GoLD", code: "aBc", year: "1999", tag: "abc", note: "anything").isValid)
        #expect(!Album(label: "iron").isValid)
        #expect(!Album(code: "abd").isValid)
        #expect(!Album(year: "x1999").isValid)
        #expect(!Album(tag: "a1").isValid)
    }
}

extension Album {
    fileprivate var isValid: Bool { validate().isValid }
}
