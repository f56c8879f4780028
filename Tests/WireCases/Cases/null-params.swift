import ApusRuntime

/// `null` in a parameter has no text form and is left out, like an undefined value in RFC 6570.
@Sendable func nullParams(_ wire: Wire) async {
    wire.answer(200, "\"x\"")
    let client = NullParams.TClient(server: "http://test", transport: wire)

    await wire.row("q(n: 1, obj: (a: null, b: 2))") {
        _ = try await client.q(n: 1, obj: .init(a: .null, b: 2))
        wire.expect(Set(try wire.last.request.dropFirst(7).split(separator: "&")), ["n=1", "b=2"])
    }
    await wire.row("q(n: 1, obj: (a: null))", sends: "GET /q?n=1") {
        _ = try await client.q(n: 1, obj: .init(a: .null))
    }
    await wire.row("q(n: 1, deep: (a: null, l: [x, y]))") {
        _ = try await client.q(n: 1, deep: .init(a: .null, l: ["x", "y"]))
        let items = Set(try wire.last.request.dropFirst(7).split(separator: "&"))
        let spelled = items.map { $0.replacing("%5B", with: "[").replacing("%5D", with: "]") }
        wire.expect(spelled.contains { $0.hasPrefix("deep[a]") }, false)
        wire.expect(spelled.sorted().map { $0.suffix(2) }, ["=x", "=y", "=1"])
    }
    await wire.row("q(n: 1, list: [x, y])") {
        _ = try await client.q(n: 1, list: ["x", "y"])
        wire.expect(try wire.last.request.dropFirst(7).split(separator: "&").sorted(), ["list=x", "list=y", "n=1"])
    }
    await wire.row("q(n: 1, list: nil)", sends: "GET /q?n=1") { _ = try await client.q(n: 1, list: nil) }
    await wire.row("q(n: 1, arr: [x, null, y])") {
        _ = try await client.q(n: 1, arr: ["x", nil, "y"])
        wire.expect(try wire.last.request.dropFirst(7).split(separator: "&").sorted(), ["arr=x,y", "n=1"])
    }
}
