/// A flow of an `oauth2` security scheme, as the document declares it.
public struct OAuthFlow: Sendable {
    enum Kind: Sendable {
        case clientCredentials, authorizationCode
    }

    let kind: Kind
    /// Where tokens come from.
    let tokenURL: String
    /// Where tokens are renewed.
    let refreshURL: String
    let scopes: [String]

    /// Tokens for the client itself (RFC 6749, section 4.4).
    public static func clientCredentials(tokenURL: String, scopes: [String] = []) -> Self {
        Self(kind: .clientCredentials, tokenURL: tokenURL, refreshURL: tokenURL, scopes: scopes)
    }

    /// Tokens for a user, whom the caller has sent to the authorization server (RFC 6749, section 4.1).
    public static func authorizationCode(tokenURL: String, refreshURL: String? = nil, scopes: [String] = []) -> Self {
        Self(kind: .authorizationCode, tokenURL: tokenURL, refreshURL: refreshURL ?? tokenURL, scopes: scopes)
    }
}

extension Credentials.Scheme {
    /// Tokens for the client itself (RFC 6749, section 4.4), each of which is kept until it expires or is rejected:
    ///
    ///     credentials: .oauth.clientCredentials(id: "reports", secret: "...")
    ///
    /// `scopes` and `tokenURL` are by default those that the document declares for this flow. The secret is sent only to the token
    /// URL, and tokens only with requests of operations that require this scheme.
    public func clientCredentials(
        id: String, secret: String, scopes: [String]? = nil, tokenURL: String? = nil
    ) -> Credentials {
        let flow = flows.first { $0.kind == .clientCredentials }
        let endpoint = TokenEndpoint(url: tokenURL ?? flow?.tokenURL, id: id, secret: secret)
        let scope = (scopes ?? flow?.scopes ?? []).joined(separator: " ")
        return self(
            CachedSecret { transport in
                var form = ["grant_type": "client_credentials"]
                if !scope.isEmpty { form["scope"] = scope }
                return try await endpoint.token(form, over: transport).value
            }
        )
    }

    /// Tokens that a refresh token renews (RFC 6749, section 6):
    ///
    ///     credentials: .oauth.refreshToken(saved, id: "app") { saved = $0 }
    ///
    /// `secret` is `nil` for a public client. `onRotation` gets each new refresh token, which has replaced the one before it. The
    /// URL is by default the one that the document declares.
    public func refreshToken(
        _ token: String, id: String, secret: String? = nil, url: String? = nil,
        onRotation: @escaping @Sendable (String) async -> Void = { _ in }
    ) -> Credentials {
        let flow = flows.first { $0.kind == .authorizationCode } ?? flows.first
        let endpoint = TokenEndpoint(url: url ?? flow?.refreshURL, id: id, secret: secret)
        let saved = Lock(token)
        return self(
            CachedSecret { transport in
                let current = saved.withLock { $0 }
                let form = ["grant_type": "refresh_token", "refresh_token": current]
                let answer = try await endpoint.token(form, over: transport)
                if let next = answer.refreshToken, next != current {
                    saved.withLock { $0 = next }
                    await onRotation(next)
                }
                return answer.value
            }
        )
    }
}
