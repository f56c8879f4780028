import ApusRuntime

/// A media type with a parameter is JSON, a form or text as it would be without; the same is true of a response with another
/// spelling.
@Sendable func charset(_ wire: Wire) async {
    struct Server: Charset.TAPI {
        func s(body: Charset.SRequest, context: OperationContext<Void>) async throws -> String { body.a }
        func f(body: Charset.FRequest, context: OperationContext<Void>) async throws -> String { body.a }
    }
    let client = Charset.TClient(server: "http://test", transport: wire)

    for type in ["application/json", "application/json; charset=utf-8", "Application/JSON;CHARSET=\"UTF-8\""] {
        wire.answer(200, ["Content-Type": type], "\"é\"")
        await wire.row("s(a), answered in \(type)", sends: #"POST /s {"a":"é"}"#) {
            wire.expect(try await client.s(body: .init(a: "é")), "é")
            wire.expect(try wire.last.header("Content-Type")?.hasPrefix("application/json"), true)
        }
        wire.answer(400, ["Content-Type": "application/problem+json"], #"{"title":"no"}"#)
        await wire.row("s(a), answered 400") {
            let failure = try await documentedFailure { () async throws(ClientError<Charset.SFailure>) in
                try await client.s(body: .init(a: "é"))
            }
            wire.expect("\(failure)".contains("no"), "throws \(failure)")
        }
        wire.serve(Server())
        await wire.row("POST /s as \(type)") {
            let answer = try await wire.request("POST /s", ["Content-Type": type], #"{"a":"é"}"#)
            wire.expect(answer.status, 200)
            wire.expect(answer.answerBody, "\"é\"")
        }
    }
    let form = "application/x-www-form-urlencoded"
    for type in [form, "\(form); charset=utf-8", "\(form);charset=UTF-8", form.uppercased()] {
        await wire.row("POST /f as \(type)") {
            let answer = try await wire.request("POST /f", ["Content-Type": type], "a=%C3%A9")
            wire.expect(answer.status, 200)
            wire.expect(answer.answerBody, "é")
        }
    }
    await wire.row("f(a)", sends: "POST /f a=%C3%A9") {
        wire.expect(try await client.f(body: .init(a: "é")), "é")
        wire.expect(try wire.last.header("Content-Type")?.hasPrefix(form), true)
    }
}
