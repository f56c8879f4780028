import ApusRuntime

/// A client asks for what it can read: `Accept` contains the media types in the document, even if there is only one.
@Sendable func accept(_ wire: Wire) async {
    let client = Accept.TClient(server: "http://test", transport: wire)

    func asks(_ call: String, for types: Set<String>, _ body: () async throws -> Void) async {
        await wire.row(call) {
            try await body()
            wire.expect(try wire.last.accepts, types)
        }
    }

    wire.answer(200, "{}")
    await asks("j()", for: ["application/json", "application/problem+json"]) { _ = try await client.j() }
    wire.answer(200, ["Content-Type": "application/vnd.github.v3+json"], "{}")
    await asks("v()", for: ["application/vnd.github.v3+json"]) { _ = try await client.v() }
    wire.answer(200, ["Content-Type": "application/xml"], "<x><a>b</a></x>")
    await asks("x()", for: ["application/xml"]) { wire.expect(try await client.x().a, "b") }
    await asks("two()", for: ["application/json", "application/xml"]) { _ = try await client.two() }
    wire.answer(200, ["Content-Type": "application/pdf"], "%PDF")
    await asks("b()", for: ["application/pdf"]) { wire.expect(try await client.b().bytes(), Array("%PDF".utf8)) }
    wire.answer(200, ["Content-Type": "text/csv"], "a,b")
    await asks("t()", for: ["text/csv"]) { wire.expect(try await client.t(), "a,b") }
}
