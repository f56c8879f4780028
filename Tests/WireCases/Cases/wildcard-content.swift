import ApusRuntime

/// `*/*` accepts any media type; nothing is ever sent as `*/*`.
@Sendable func wildcardContent(_ wire: Wire) async {
    let client = WildcardContent.TClient(server: "http://test", transport: wire)

    wire.answer(200, "\"x\"")
    await wire.row("any(), answered with JSON") { wire.expect(try await client.any(), "x") }
    wire.answer(404, #"{"m":"x"}"#)
    await wire.row("any(), answered 404 with JSON") {
        let failure = try await documentedFailure { () async throws(ClientError<WildcardContent.AnyFailure>) in
            try await client.any()
        }
        guard case .notFound(let body) = failure else { throw Problem("throws \(failure)") }
        wire.expect(body.m, "x")
    }
    wire.answer(200, #"{"e":"x"}"#)
    await wire.row("obj(), answered with JSON") { wire.expect(try await client.obj().e, "x") }
    wire.answer(200, ["Content-Type": "image/png"], "PNG")
    await wire.row("bin(), answered with image/png") {
        let body = try await client.bin()
        wire.expect(body.contentType, "image/png")
        wire.expect(try await body.bytes(), Array("PNG".utf8))
    }
    await wire.row("img(), answered with image/png") { wire.expect(try await client.img().contentType, "image/png") }
    await wire.row("xlsx(), answered with bytes") {
        wire.expect(try await client.xlsx().bytes(), Array("PNG".utf8))
    }
    wire.answer(200, #"{"e":"x"}"#)
    await wire.row("up(PNG)", sends: "POST /up PNG", headers: ["Content-Type": "image/png"]) {
        wire.expect(try await client.up(body: HTTPBody("PNG", contentType: "image/png")).e, "x")
    }
    await wire.row("up(bytes)", sends: "POST /up x") {
        _ = try await client.up(body: HTTPBody("x"))
        wire.expect(try wire.last.header("Content-Type")?.contains("*"), false)
    }

    wire.serve(WildcardServer())
    for (path, type) in [
        ("/any", nil), ("/obj", "application/json"), ("/bin", nil), ("/img", "image/png"), ("/xlsx", nil),
    ] {
        for accept in ["application/json", "*/*"] where path != "/img" || accept == "*/*" {
            await wire.row("GET \(path), accepting \(accept)") {
                let answer = try await wire.request("GET \(path)", ["Accept": accept])
                wire.expect(answer.status, 200)
                let found = answer.answerHeader("Content-Type") ?? ""
                wire.expect(!found.contains("*") && found.contains("/"), "is answered as \(found)")
                if let type { wire.expect(found.hasPrefix(type), "is answered as \(found)") }
            }
        }
    }
}

private struct WildcardServer: WildcardContent.TAPI {
    func any(context: OperationContext<Void>) async throws -> String { "x" }
    func obj(context: OperationContext<Void>) async throws -> WildcardContent.E { .init(e: "x") }
    func bin(context: OperationContext<Void>) async throws -> HTTPBody { HTTPBody("x") }
    func img(context: OperationContext<Void>) async throws -> HTTPBody { HTTPBody("x", contentType: "image/png") }
    func xlsx(context: OperationContext<Void>) async throws -> HTTPBody { HTTPBody("x") }
    func up(body: HTTPBody?, context: OperationContext<Void>) async throws -> WildcardContent.E { .init(e: "x") }
}
