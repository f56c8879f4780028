import ApusRuntime

/// The keys of a mapping are strings; the values that they stand for may be integers.
@Sendable func intDiscriminator(_ wire: Wire) async {
    struct Server: IntDiscriminator.TAPI {
        func s(body: IntDiscriminator.Doc, context: OperationContext<Void>) async throws -> IntDiscriminator.Doc {
            body
        }
    }
    let client = IntDiscriminator.TClient(server: "http://test", transport: wire)
    wire.serve(Server())

    for (text, name) in [(#"{"version":1,"a":"x"}"#, "v1"), (#"{"version":2,"b":"y"}"#, "v2")] {
        await wire.row("s(\(text))", sends: "POST /s \(text)") {
            let answer = try await client.s(body: try IntDiscriminator.Doc(jsonText: text))
            wire.expect(caseName(answer), name)
            wire.expect(json: try answer.jsonText(), text)
            wire.expect(try wire.last.status, 200)
        }
    }
    await wire.row("s(.v2(b: y))", sends: #"POST /s {"version":2,"b":"y"}"#) {
        wire.expect(try await client.s(body: .v2(.init(b: "y"))), .v2(.init(b: "y")))
    }
    for refused in [#"{"version":3,"a":"x"}"#, #"{"version":1,"b":"x"}"#] {
        await wire.row("POST /s \(refused)") {
            wire.expect(try await wire.request("POST /s", json: refused).status, 422)
        }
    }
}
