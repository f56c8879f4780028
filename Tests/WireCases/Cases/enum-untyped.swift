import ApusRuntime

/// The values determine the type of an enumeration without `type`; `null` is allowed among them.
@Sendable func enumUntyped(_ wire: Wire) async {
    struct Server: EnumUntyped.TAPI {
        func s(body: EnumUntyped.S, context: OperationContext<Void>) async throws -> EnumUntyped.S { body }
    }
    let client = EnumUntyped.TClient(server: "http://test", transport: wire)
    wire.serve(Server())

    await wire.row("s(color: red, level: -3)", sends: #"POST /s {"color":"red","level":-3}"#) {
        let answer = try await client.s(body: .init(color: .red, level: .minus3))
        wire.expect(answer, .init(color: .red, level: .minus3))
        let color: String = answer.color.rawValue
        let level: Int? = answer.level?.rawValue
        wire.expect("\(color) \(level ?? 0)", "red -3")
    }
    for members in [
        #","mixed":"auto""#, #","mixed":1"#, #","mixed":true"#, #","mixed":null"#, #","ratio":0.5"#, #","ratio":2"#, "",
    ] {
        let text = #"{"color":"green"\#(members)}"#
        await wire.row("s(\(text))") {
            let answer = try await client.s(body: try EnumUntyped.S(jsonText: text))
            wire.expect(json: try wire.last.body, text)
            wire.expect(json: try wire.last.answerBody, text)
            wire.expect(json: try answer.jsonText(), text)
        }
    }
    for members in [#""color":"blue""#, #""level":1"#, #""color":"red","level":3"#, #""color":"red","mixed":false"#] {
        await wire.row("POST /s {\(members)}") {
            wire.expect(try await wire.request("POST /s", json: "{\(members)}").status, 422)
        }
    }
}
