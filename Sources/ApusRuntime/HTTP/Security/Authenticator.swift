public import HTTPTypes

/// Turns the credentials that a request presents into an identity, before the handler runs.
///
/// Generated servers build it from the document's security requirement and the author's `authenticate` methods:
///
///     .apiKey(header: "X-Session-API-Key", authenticate(apiKeyHeader:))
///     .any([.bearer(authenticate(bearer:)), .apiKey(query: "key", authenticate(key:))])
public struct Authenticator<Identity: Sendable>: Sendable {
    /// The values of `WWW-Authenticate` in the response to a request that is refused.
    var challenges: [String]
    /// Returns `nil` if the request does not present such a credential.
    var identify: @Sendable (HTTPRequest) async throws -> Identity?

    /// A key in a header field. An empty one counts as none.
    public static func apiKey(
        header name: String, _ authenticate: @escaping @Sendable (String) async throws -> Identity
    ) -> Self {
        let field = HTTPField.Name(name)
        return Self(challenge: #"APIKey in="header", name="\#(name)""#, authenticate) { request in
            field.flatMap { request.headerFields.value($0) }
        }
    }

    /// A key in the query. Different keys in one request count as none, since a proxy may have checked another one.
    public static func apiKey(
        query name: String, _ authenticate: @escaping @Sendable (String) async throws -> Identity
    ) -> Self {
        Self(challenge: #"APIKey in="query", name="\#(name)""#, authenticate) { $0.queryKey(name) }
    }

    /// A key in a cookie.
    public static func apiKey(
        cookie name: String, _ authenticate: @escaping @Sendable (String) async throws -> Identity
    ) -> Self {
        Self(challenge: #"APIKey in="cookie", name="\#(name)""#, authenticate) { $0.cookieKey(name) }
    }

    /// `Authorization: Bearer <token>`
    public static func bearer(_ authenticate: @escaping @Sendable (String) async throws -> Identity) -> Self {
        Self(challenge: "Bearer", authenticate) { $0.authorization(scheme: "bearer") }
    }

    /// `Authorization: Bearer <token>`, if an operation requires scopes: `authenticate` gets them together with the token, and
    /// throws ``Forbidden`` for a caller who lacks one.
    public static func bearer(
        scopes: [String], _ authenticate: @escaping @Sendable (String, [String]) async throws -> Identity
    ) -> Self {
        bearer { try await authenticate($0, scopes) }
    }

    /// The certificate that the client presents when the connection is established. The request itself does not contain it: the
    /// proxy or the server's framework that terminates TLS reports it, for example in a header field that it controls. `nil` means
    /// that there is none.
    public static func mutualTLS(
        _ authenticate: @escaping @Sendable (HTTPRequest) async throws -> Identity?
    ) -> Self {
        Self(challenges: [], authenticate)
    }

    /// A scheme that the document does not define: `authenticate` looks for a credential in the request, and returns `nil` if there
    /// is none.
    public static func request(
        _ authenticate: @escaping @Sendable (HTTPRequest) async throws -> Identity?
    ) -> Self {
        Self(challenges: [], authenticate)
    }

    /// `Authorization: Basic <base64 of username:password>`; one that cannot be read counts as none.
    public static func basic(
        _ authenticate: @escaping @Sendable (BasicCredentials) async throws -> Identity
    ) -> Self {
        Self(challenges: [#"Basic realm="api", charset="UTF-8""#]) { request in
            guard
                let bytes = request.authorization(scheme: "basic").flatMap(Base64.decode),
                let text = String(validating: bytes, as: UTF8.self),
                let (username, password) = text[...].halves(at: ":")
            else { return nil }
            return try await authenticate(BasicCredentials(username: String(username), password: String(password)))
        }
    }

    /// The same, for an operation that may be called anonymously: without a credential, the identity is `nil`. A credential that is
    /// presented but refused still leads to 401.
    public var optional: Authenticator<Identity?> {
        Authenticator<Identity?>(challenges: challenges) { request in
            .some(try await identify(request))
        }
    }

    /// Alternatives: the first one whose credential is present and accepted is used. If one throws ``Unauthorized``, the next one
    /// is tried; other errors end the request.
    public static func any(_ alternatives: [Self]) -> Self {
        Self(challenges: alternatives.flatMap(\.challenges)) { request in
            var refusal: Unauthorized?
            for alternative in alternatives {
                do {
                    if let identity = try await alternative.identify(request) { return identity }
                } catch let error as Unauthorized {
                    refusal = refusal ?? error
                }
            }
            if let refusal { throw refusal }
            return nil
        }
    }

    /// A combination: every credential must be present and accepted. The identity is that of the first one.
    public static func all(_ combination: [Self]) -> Self {
        Self(challenges: combination.flatMap(\.challenges)) { request in
            var first: Identity?
            for member in combination {
                guard let identity = try await member.identify(request) else { return nil }
                first = first ?? identity
            }
            return first
        }
    }

    fileprivate init(challenges: [String], _ identify: @escaping @Sendable (HTTPRequest) async throws -> Identity?) {
        self.challenges = challenges
        self.identify = identify
    }

    private init(
        challenge: String,
        _ authenticate: @escaping @Sendable (String) async throws -> Identity,
        credential: @escaping @Sendable (HTTPRequest) -> String?
    ) {
        self.init(challenges: [challenge]) { request in
            guard let credential = credential(request), !credential.isEmpty else { return nil }
            return try await authenticate(credential)
        }
    }
}
