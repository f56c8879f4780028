import ApusRuntime

/// A default is what the receiver assumes: a value that the caller did not set is not sent.
@Sendable func patchDefaults(_ wire: Wire) async {
    struct Server: PatchDefaults.TAPI {
        func u(body: PatchDefaults.Patched, context: OperationContext<Void>) async throws -> PatchDefaults.Patched {
            body
        }
        func f(body: PatchDefaults.FRequest, context: OperationContext<Void>) async throws {}
    }
    let client = PatchDefaults.TClient(server: "http://test", transport: wire)
    wire.serve(Server())

    await wire.row("u(name: x)", sends: #"PATCH /u {"name":"x"}"#) {
        wire.expect(try await client.u(body: .init(name: "x")).jsonText(), #"{"name":"x"}"#)
    }
    await wire.row("u()", sends: "PATCH /u {}") { wire.expect(try await client.u(body: .init()).jsonText(), "{}") }
    await wire.row("u(next: null)", sends: #"PATCH /u {"next":null}"#) {
        _ = try await client.u(body: .init(next: .null))
    }
    await wire.row("u(note: null)", sends: #"PATCH /u {"note":null}"#) {
        _ = try await client.u(body: .init(note: .null))
    }
    await wire.row("u(priority: 0)", sends: #"PATCH /u {"priority":0}"#) {
        wire.expect(try await client.u(body: .init(priority: 0)).jsonText(), #"{"priority":0}"#)
    }
    await wire.row("read, change, write", sends: #"PATCH /u {"name":"x","priority":3,"note":null}"#) {
        var patched = try PatchDefaults.Patched(jsonText: #"{"name":"x","note":null}"#)
        patched.priority = 3
        _ = try await client.u(body: patched)
    }
    await wire.row("f(grant: x)", sends: "POST /f grant=x") { try await client.f(body: .init(grant: "x")) }
    await wire.row("f()", sends: "POST /f") { try await client.f(body: .init()) }
}
