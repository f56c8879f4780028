import ApusRuntime

/// RFC 6265, section 5.4: a request has one `Cookie` field.
@Sendable func cookies(_ wire: Wire) async {
    struct Server: Cookies.TAPI {
        func authenticate(session key: String) async throws -> String { key }
        func c(theme: String?, ids: [Int]?, context: OperationContext<String>) async throws -> String {
            "\(theme ?? "none") \(ids ?? []) \(context.identity)"
        }
    }
    wire.serve(Server())
    let client = Cookies.TClient(server: "http://test", credentials: .session("s"), transport: wire)

    await wire.row(
        "c(theme: dark, ids: [1, 2])", sends: "GET /c", headers: ["Cookie": "theme=dark; ids=1; ids=2; sid=s"]
    ) {
        wire.expect(try await client.c(theme: "dark", ids: [1, 2]), "dark [1, 2] s")
    }
    await wire.row("c()", sends: "GET /c", headers: ["Cookie": "sid=s"]) {
        wire.expect(try await client.c(), "none [] s")
    }
}
