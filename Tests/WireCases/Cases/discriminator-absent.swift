import ApusRuntime

/// Members do not list the property that distinguishes them: the union writes it, with the key by which each was read.
@Sendable func discriminatorAbsent(_ wire: Wire) async {
    struct Server: DiscriminatorAbsent.TAPI {
        func s(
            body: DiscriminatorAbsent.Step, context: OperationContext<Void>
        ) async throws -> DiscriminatorAbsent.Step { body }
    }
    let client = DiscriminatorAbsent.TClient(server: "http://test", transport: wire)
    wire.serve(Server())

    await wire.row("s(.tap(x: 1))") {
        let step = try await client.s(body: .tap(.init(x: 1)))
        wire.expect(json: try wire.last.body, #"{"kind":"tap","x":1}"#)
        wire.expect(step, .tap(.init(x: 1)))
        wire.expect(json: try step.jsonText(), #"{"kind":"tap","x":1}"#)
    }
    for (kind, y) in [("swipe", #","y":2"#), ("swipe2", #","y":2"#), ("swipe2", "")] {
        let text = #"{"kind":"\#(kind)","x":1\#(y)}"#
        await wire.row("s(\(text))") {
            let step = try await client.s(body: try DiscriminatorAbsent.Step(jsonText: text))
            wire.expect(caseName(step), kind)
            wire.expect(json: try wire.last.body, text)
            wire.expect(json: try wire.last.answerBody, text)
            wire.expect(json: try step.jsonText(), text)
        }
    }
    await wire.row("POST /s without a member's tag") {
        wire.expect(try await wire.request("POST /s", json: #"{"kind":"pinch","x":1}"#).status, 422)
    }
}
