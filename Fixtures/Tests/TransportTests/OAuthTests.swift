import ApusRuntime
import Foundation
import Testing

/// Tokens from an authorization server, over each transport.
@Suite(.serialized) struct OAuthTests {
    private static let request = ClientRequest(.get, "/a", security: ["oauth"])

    private static func scheme(_ address: String) -> Credentials<ScriptedClient>.Scheme {
        .oauth2(
            "oauth", .clientCredentials(tokenURL: "\(address)/token", scopes: ["read", "write"]),
            .authorizationCode(tokenURL: "\(address)/wrong", refreshURL: "\(address)/token"))
    }

    private static func succeed(_ client: ScriptedClient) async throws {
        let text = try await client.text(request)
        #expect(text == "ok")
    }

    @Test(arguments: Carrier.allCases) func clientCredentials(carrier: Carrier) async throws {
        let server = AuthorizationServer()
        try await withWire(carrier) {
            server.reply(to: $0)
        } _: { wire in
            let client = wire.client.with(
                credentials: Self.scheme(wire.address).clientCredentials(id: "a b:", secret: "s%cret"))
            for _ in 0..<3 { try await Self.succeed(client) }
            #expect(server.state.value.forms == ["grant_type=client_credentials&scope=read+write"])
            #expect(server.state.value.clients == ["a%20b%3A:s%25cret"])
            // A token that the server no longer accepts is replaced, once for all calls.
            server.revoke()
            let answers = await withTaskGroup(of: String?.self) { group in
                for _ in 0..<20 { group.addTask { try? await client.text(Self.request) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.allSatisfy { $0 == "ok" })
            #expect(server.state.value.forms.count == 2)
        }
    }

    @Test(arguments: Carrier.allCases) func tokensThatExpireAreRenewed(carrier: Carrier) async throws {
        let server = AuthorizationServer(isHasty: true)
        try await withWire(carrier) {
            server.reply(to: $0)
        } _: { wire in
            let client = wire.client.with(
                credentials: Self.scheme(wire.address).clientCredentials(id: "a", secret: "b", scopes: []))
            for _ in 0..<2 { try await Self.succeed(client) }
            #expect(server.state.value.forms == ["grant_type=client_credentials", "grant_type=client_credentials"])
        }
    }

    @Test(arguments: Carrier.allCases) func refreshTokens(carrier: Carrier) async throws {
        let server = AuthorizationServer()
        try await withWire(carrier) {
            server.reply(to: $0)
        } _: { wire in
            let saved = Counter<[String]>([])
            let client = wire.client.with(
                credentials: Self.scheme(wire.address).refreshToken("refresh-0", id: "app") { token in
                    saved.change { $0.append(token) }
                })
            try await Self.succeed(client)
            server.revoke()
            try await Self.succeed(client)
            #expect(saved.value == ["refresh-1", "refresh-3"])
            #expect(
                server.state.value.forms == [
                    "client_id=app&grant_type=refresh_token&refresh_token=refresh-0",
                    "client_id=app&grant_type=refresh_token&refresh_token=refresh-1",
                ])
            #expect(server.state.value.clients == [nil, nil])
        }
    }

    @Test(arguments: Carrier.allCases) func noToken(carrier: Carrier) async throws {
        let server = AuthorizationServer()
        try await withWire(carrier) {
            server.reply(to: $0)
        } _: { wire in
            let scheme = Self.scheme(wire.address)
            let error = await wire.client.with(credentials: scheme.refreshToken("secret", id: "app")).failure(
                Self.request)
            let refusal = try #require(error?.underlyingError as? OAuthError)
            #expect(refusal == OAuthError(status: 400, code: "invalid_grant", message: "used before"))
            #expect(!"\(refusal)".contains("secret"))
            let nowhere = Credentials<ScriptedClient>.Scheme.oauth2("oauth").clientCredentials(
                id: "a", secret: "secret")
            guard case .invalidRequest = await wire.client.with(credentials: nowhere).failure(Self.request) else {
                Issue.record("not refused")
                return
            }
            #expect(wire.log.requests.map(\.path) == ["/token"])
        }
    }

    /// Tokens and secrets stay with the servers for which they are meant.
    @Test(arguments: Carrier.allCases.filter { $0 != .memory })
    func nothingIsSentToAnotherOrigin(carrier: Carrier) async throws {
        let elsewhere = try ScriptedServer(log: WireLog()) { _ in .text("caught") }
        defer { elsewhere.stop() }
        let server = AuthorizationServer()
        for path in ["/token", "/a"] {
            try await withWire(carrier) { request in
                request.path == path ? .redirect(307, to: "\(elsewhere.address)/x") : server.reply(to: request)
            } _: { wire in
                let client = wire.client.with(
                    credentials: Self.scheme(wire.address).clientCredentials(id: "a", secret: "b"))
                let error = await client.failure(Self.request)
                #expect((error == nil) == (path == "/a"))
            }
        }
        #expect(elsewhere.log.requests.isEmpty)
    }
}
