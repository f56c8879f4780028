import ApusRuntime

/// Properties beside `oneOf` are kept, and the discriminator is an integer.
@Sendable func oneofSiblings(_ wire: Wire) async {
    struct Server: OneofSiblings.TAPI {
        func s(body: OneofSiblings.Entry, context: OperationContext<Void>) async throws -> OneofSiblings.Entry { body }
    }
    let client = OneofSiblings.TClient(server: "http://test", transport: wire)
    wire.serve(Server())

    for text in [
        #"{"status":1,"at":5,"error":"x"}"#, #"{"status":0,"at":5,"adjust":2}"#, #"{"status":2,"at":5,"reason":"r"}"#,
    ] {
        await wire.row("s(\(text))") {
            let answer = try await client.s(body: try OneofSiblings.Entry(jsonText: text))
            wire.expect(caseName(answer) != "other", "is none of the members")
            wire.expect(json: try wire.last.body, text)
            wire.expect(json: try wire.last.answerBody, text)
            wire.expect(json: try answer.jsonText(), text)
        }
    }
    for refused in [#"{"status":1,"at":5}"#, #"{"status":1,"error":"x"}"#, #"{"status":3,"at":5}"#] {
        await wire.row("POST /s \(refused)") {
            wire.expect(try await wire.request("POST /s", json: refused).status, 422)
        }
    }
}
