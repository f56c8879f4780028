extension Credentials {
    /// A security scheme of the document: how a secret is presented. Call it with the secret, or with what provides it:
    ///
    ///     credentials: .bearer("...")
    ///     credentials: .bearer { try await tokens.current() }         // asked for each request
    ///     credentials: .bearer.renewed { try await login() }          // asked once, and again after a 401
    public struct Scheme: Sendable {
        /// The key in the document.
        let key: String
        let place: PresentedCredential.Place
        /// The flows that the document declares, if it is `oauth2`.
        var flows: [OAuthFlow] = []

        /// An `apiKey` scheme whose key goes in a header field.
        public static func apiKey(_ key: String, header name: String) -> Self {
            Self(key: key, place: .header(name: name, prefix: ""))
        }

        /// An `apiKey` scheme whose key goes in the query.
        public static func apiKey(_ key: String, query name: String) -> Self {
            Self(key: key, place: .query(name: name))
        }

        /// An `apiKey` scheme whose key goes in a cookie.
        public static func apiKey(_ key: String, cookie name: String) -> Self {
            Self(key: key, place: .cookie(name: name))
        }

        /// The `http` scheme `bearer`, or `openIdConnect` (RFC 6750).
        public static func bearer(_ key: String) -> Self {
            Self(key: key, place: .header(name: "Authorization", prefix: "Bearer "))
        }

        /// An `oauth2` scheme with its flows.
        public static func oauth2(_ key: String, _ flows: OAuthFlow...) -> Self {
            var scheme = bearer(key)
            scheme.flows = flows
            return scheme
        }

        /// A secret that stays the same.
        public func callAsFunction(_ secret: String) -> Credentials { Credentials(key, place, .fixed(secret)) }

        /// A secret that is asked for before each request, and once more if the server answers 401.
        public func callAsFunction(_ current: @escaping @Sendable () async throws -> String) -> Credentials {
            self(AskedSecret(current: current))
        }

        /// A secret that is kept until the server answers 401, and then renewed once for all calls that wait for it.
        public func renewed(by renew: @escaping @Sendable () async throws -> String) -> Credentials {
            self(CachedSecret { _ in CachedSecret.Value(try await renew()) })
        }

        /// A secret from a provider.
        public func callAsFunction(_ provider: some SecretProvider) -> Credentials {
            Credentials(key, place, .provided(provider))
        }
    }
}
