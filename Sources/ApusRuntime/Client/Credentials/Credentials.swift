/// The credentials that a client presents for the API's security schemes. Generated extensions have a ``Scheme`` for each scheme:
///
///     OpenHandsClient(server: .production, credentials: .apiKeyHeader("..."))
///     PetClient(server: .production, credentials: [.apiKey("..."), .bearer { try await tokens.current() }])
///
/// A request carries only the credentials that its operation requires. The description contains no secrets.
public struct Credentials<API>: Sendable {
    var presented: [PresentedCredential]

    init(_ scheme: String, _ place: PresentedCredential.Place, _ secret: PresentedCredential.Secret) {
        presented = [PresentedCredential(scheme: scheme, place: place, secret: secret)]
    }

    /// An `apiKey` scheme whose key goes in a header field.
    public static func apiKey(_ scheme: String, header name: String, _ key: String) -> Self {
        Scheme.apiKey(scheme, header: name)(key)
    }

    /// An `apiKey` scheme whose key goes in the query.
    public static func apiKey(_ scheme: String, query name: String, _ key: String) -> Self {
        Scheme.apiKey(scheme, query: name)(key)
    }

    /// An `apiKey` scheme whose key goes in a cookie.
    public static func apiKey(_ scheme: String, cookie name: String, _ key: String) -> Self {
        Scheme.apiKey(scheme, cookie: name)(key)
    }

    /// The `http` scheme `bearer`, or a token for `oauth2` or `openIdConnect` (RFC 6750).
    public static func bearer(_ scheme: String, _ token: String) -> Self { Scheme.bearer(scheme)(token) }

    /// The `http` scheme `basic`; the user name must not contain a colon (RFC 7617).
    public static func basic(_ scheme: String, username: String, password: String) -> Self {
        let pair = Base64.encode(Array("\(username):\(password)".utf8))
        return Self(scheme, .header(name: "Authorization", prefix: "Basic "), .fixed(pair))
    }

    /// A `mutualTLS` scheme: states that the transport presents a certificate when it connects. It adds nothing to requests.
    public static func mutualTLS(_ scheme: String) -> Self { Self(scheme, .connection, .fixed("")) }

    /// The credentials for the first alternative that they satisfy. An empty alternative (anonymous access) is used only if no
    /// other one is satisfied: an available key is always presented.
    func presented(for alternatives: [[String]]) -> [PresentedCredential] {
        for schemes in alternatives where !schemes.isEmpty {
            let found = schemes.compactMap { scheme in presented.last { $0.scheme == scheme } }
            if found.count == schemes.count { return found }
        }
        return []
    }
}

extension Credentials: ExpressibleByArrayLiteral {
    /// Several credentials; if two are for the same scheme, the last one counts.
    public init(arrayLiteral elements: Self...) { presented = elements.flatMap(\.presented) }
}

extension Credentials: CustomStringConvertible, CustomReflectable {
    public var description: String { "Credentials(\(presented.map(\.scheme).joined(separator: ", ")))" }

    public var customMirror: Mirror { Mirror(self, children: ["schemes": presented.map(\.scheme)]) }
}

/// A secret and where in the request it goes.
struct PresentedCredential: Sendable {
    enum Place: Sendable {
        case header(name: String, prefix: String)
        case query(name: String)
        case cookie(name: String)
        /// Nowhere: it is part of the connection.
        case connection
    }

    enum Secret: Sendable {
        case fixed(String)
        case provided(any SecretProvider)
    }

    var scheme: String
    var place: Place
    var secret: Secret

    /// Whether another secret may be had if the server rejects it.
    var isRenewable: Bool {
        if case .provided = secret { true } else { false }
    }

    /// The same with a secret that is known. `rejected` is the one that the server has answered with 401.
    func known(replacing rejected: PresentedCredential?, over transport: any ClientTransport) async throws -> Self {
        guard case .provided(let provider) = secret else { return self }
        var credential = self
        credential.secret = .fixed(try await provider.secret(replacing: rejected?.text, over: transport))
        return credential
    }

    /// The secret, if it is known.
    var text: String? {
        if case .fixed(let text) = secret { text } else { nil }
    }
}
