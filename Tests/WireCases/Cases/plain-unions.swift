import ApusRuntime

/// The valid member that declares most of the keys is chosen; types and formats distinguish the rest.
@Sendable func plainUnions(_ wire: Wire) async {
    struct Server: PlainUnions.TAPI {
        func s(body: PlainUnions.U, context: OperationContext<Void>) async throws -> PlainUnions.U { body }
        func v(context: OperationContext<Void>) async throws -> PlainUnions.V { .integer(1) }
    }
    let client = PlainUnions.TClient(server: "http://test", transport: wire)
    wire.serve(Server())
    for (text, name) in [
        (#"{"id":"x","extra":1}"#, "large"), (#"{"phone":"1"}"#, "sms"), (#"{"id":"x"}"#, "small"), ("{}", "sms"),
    ] {
        await wire.row("s(\(text))") {
            let answer = try await client.s(body: try PlainUnions.U(jsonText: text))
            wire.expect(caseName(answer), name)
            wire.expect(json: try wire.last.body, text)
            wire.expect(json: try wire.last.answerBody, text)
            wire.expect(json: try answer.jsonText(), text)
        }
    }
    for (text, name) in [
        ("1", "integer"), ("1.5", "number"), (#""2026-10-21T07:28:00Z""#, "date"), (#""x""#, "string"),
        (#"["a"]"#, "stringList"), ("[1]", "integerList"), ("[]", ""),
    ] {
        wire.answer(200, ["Content-Type": "application/json"], text)
        await wire.row("v(), answered \(text)") {
            let value = try await client.v()
            wire.expect(name.isEmpty ? caseName(value).hasSuffix("List") : caseName(value) == name, "is \(value)")
            wire.expect(json: try value.jsonText(), text)
        }
    }
}
