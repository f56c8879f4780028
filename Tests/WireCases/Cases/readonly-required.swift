import ApusRuntime

/// Requests do not contain members that only responses have, and vice versa.
@Sendable func readonlyRequired(_ wire: Wire) async {
    struct Server: ReadonlyRequired.TAPI {
        func create(
            body: ReadonlyRequired.Pet, context: OperationContext<Void>
        ) async throws -> ReadonlyRequired.Pet {
            .init(id: 7, name: body.name, owner: .init(oid: "o", nick: body.owner.nick))
        }
    }
    let client = ReadonlyRequired.TClient(server: "http://test", transport: wire)
    wire.serve(Server())

    let sent = #"{"name":"n","secret":"s","owner":{"nick":"k"}}"#
    let answered = #"{"id":7,"name":"n","owner":{"oid":"o","nick":"k"}}"#
    await wire.row("create(name: n, secret: s, owner: k)", sends: "POST /p \(sent)") {
        let pet = try await client.create(body: .init(name: "n", secret: "s", owner: .init(nick: "k")))
        wire.expect(pet.id, 7)
        wire.expect(pet.owner.oid, "o")
        wire.expect(json: try wire.last.answerBody, answered)
    }
    await wire.row("POST /p without secret") {
        let answer = try await wire.request("POST /p", json: #"{"name":"n","owner":{"nick":"k"}}"#)
        wire.expect(answer.status, 422)
    }
    var strict = client
    strict.connection.validates = .responses
    wire.answer(201, answered)
    await wire.row("create(), answered without secret") {
        _ = try await strict.create(body: .init(name: "n", secret: "s", owner: .init(nick: "k")))
    }
}
