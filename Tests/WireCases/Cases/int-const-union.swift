import ApusRuntime

/// A constant distinguishes the members of a union, even if it is a number and there is no discriminator.
@Sendable func intConstUnion(_ wire: Wire) async {
    struct Server: IntConstUnion.TAPI {
        func s(body: IntConstUnion.U, context: OperationContext<Void>) async throws -> IntConstUnion.U { body }
    }
    let client = IntConstUnion.TClient(server: "http://test", transport: wire)
    wire.serve(Server())

    for (text, name) in [(#"{"kind":2,"b":"x"}"#, "b"), (#"{"kind":1,"a":"x"}"#, "a"), (#"{"kind":2}"#, "b")] {
        await wire.row("s(\(text))") {
            let answer = try await client.s(body: try IntConstUnion.U(jsonText: text))
            wire.expect(caseName(answer), name)
            wire.expect(json: try wire.last.body, text)
            wire.expect(json: try answer.jsonText(), text)
        }
    }
    await wire.row("s(.b(b: x))", sends: #"POST /s {"kind":2,"b":"x"}"#) {
        wire.expect(try await client.s(body: .b(.init(b: "x"))), .b(.init(b: "x")))
    }
    await wire.row("POST /s with another constant") {
        wire.expect(try await wire.request("POST /s", json: #"{"kind":3,"b":"x"}"#).status, 422)
    }
}
