import ApusRuntime

/// `allOf` of a union and an object is the union, with the object's members in each case.
@Sendable func allofOneof(_ wire: Wire) async {
    struct Server: AllofOneof.TAPI {
        func s(body: AllofOneof.Shape, context: OperationContext<Void>) async throws -> AllofOneof.Shape { body }
    }
    let client = AllofOneof.TClient(server: "http://test", transport: wire)
    wire.serve(Server())

    let text = #"{"type":"b","w":2,"id":"x"}"#
    await wire.row("s(\(text))") {
        let shape = try AllofOneof.Shape(jsonText: text)
        wire.expect(caseName(shape), "b")
        let answer = try await client.s(body: shape)
        wire.expect(answer, shape)
        wire.expect(json: try wire.last.body, text)
        wire.expect(json: try wire.last.answerBody, text)
    }
    for refused in [#"{"type":"c","id":"x"}"#, #"{"type":"b","w":2}"#] {
        await wire.row("POST /s \(refused)") {
            wire.expect(try await wire.request("POST /s", json: refused).status, 422)
        }
    }
}
