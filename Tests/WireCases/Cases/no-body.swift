import ApusRuntime

/// RFC 9110, 6.4.1: 204, 304 and responses to HEAD have no body, whatever the document says.
@Sendable func noBody(_ wire: Wire) async {
    let client = NoBody.TClient(server: "http://test", transport: wire)
    let json = ["Content-Type": "application/json"]

    for headers in [json, [:]] {
        wire.answer(204, headers)
        await wire.row("d(), answered 204", sends: "DELETE /d") { _ = try await client.d() }
        await wire.row("p(), answered 204", sends: "PUT /d") { try await client.p() }
        wire.answer(304, headers)
        await wire.row("g(), answered 304", sends: "GET /d") {
            wire.expect(caseName(try await client.g()), "notModified")
        }
    }
    wire.answer(200, ["Content-Type": "application/json", "X-Count": "3", "Content-Length": "9"])
    await wire.row("h(), answered 200", sends: "HEAD /d") { wire.expect(try await client.h().xCount, 3) }
    for text in [#"{"any":[1,null]}"#, "7", "null"] {
        wire.answer(200, json, text)
        await wire.row("g(), answered \(text)", sends: "GET /d") {
            guard case .ok(let value) = try await client.g() else { throw Problem("is not what 200 declares") }
            wire.expect(json: try value.jsonText(), text)
        }
    }
    wire.answer(400, json, #"{"e":"x"}"#)
    await wire.row("p(), answered 400") {
        let failure = try await documentedFailure { () async throws(ClientError<NoBody.EFailure>) in
            try await client.p()
        }
        guard case .other(400, let body) = failure else { throw Problem("throws \(failure)") }
        wire.expect(body.e, "x")
    }
    wire.serve(BodilessServer())
    await wire.row("HEAD /d of the server") {
        let answer = try await wire.request("HEAD /d", [:])
        wire.expect(answer.answerBody, "")
        wire.expect(answer.answerHeader("X-Count"), "3")
    }
    await wire.row("DELETE /d of the server") {
        let answer = try await wire.request("DELETE /d", [:])
        wire.expect("\(answer.status) \(answer.answerBody)", "204 ")
    }
}

private struct BodilessServer: NoBody.TAPI {
    func d(context: OperationContext<Void>) async throws {}
    func h(context: OperationContext<Void>) async throws -> NoBody.HOutput { .init(xCount: 3) }
    func p(context: OperationContext<Void>) async throws {}
    func g(context: OperationContext<Void>) async throws -> NoBody.GOutput { .ok(.null) }
}
