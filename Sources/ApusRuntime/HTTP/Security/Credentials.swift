/// The credentials that a client presents for the API's security schemes. Generated extensions have a function for each scheme:
///
///     OpenHandsClient(server: .production, credentials: .apiKeyHeader("..."))
///     PetClient(server: .production, credentials: [.apiKey("..."), .bearer(token)])
///
/// A request carries only the credentials that its operation requires. The description contains no secrets.
public struct Credentials<API>: Sendable {
    var presented: [PresentedCredential]

    private init(_ scheme: String, _ place: PresentedCredential.Place) {
        presented = [PresentedCredential(scheme: scheme, place: place)]
    }

    /// An `apiKey` scheme whose key goes in a header field.
    public static func apiKey(_ scheme: String, header name: String, _ key: String) -> Self {
        Self(scheme, .header(name: name, value: key))
    }

    /// An `apiKey` scheme whose key goes in the query.
    public static func apiKey(_ scheme: String, query name: String, _ key: String) -> Self {
        Self(scheme, .query(name: name, value: key))
    }

    /// An `apiKey` scheme whose key goes in a cookie.
    public static func apiKey(_ scheme: String, cookie name: String, _ key: String) -> Self {
        Self(scheme, .cookie(name: name, value: key))
    }

    /// The `http` scheme `bearer`, or a token for `oauth2` or `openIdConnect` (RFC 6750).
    public static func bearer(_ scheme: String, _ token: String) -> Self {
        Self(scheme, .header(name: "Authorization", value: "Bearer \(token)"))
    }

    /// The `http` scheme `basic`; the user name must not contain a colon (RFC 7617).
    public static func basic(_ scheme: String, username: String, password: String) -> Self {
        let pair = Base64.encode(Array("\(username):\(password)".utf8))
        return Self(scheme, .header(name: "Authorization", value: "Basic \(pair)"))
    }

    /// A `mutualTLS` scheme: states that the transport presents a certificate when it connects. It adds nothing to requests.
    public static func mutualTLS(_ scheme: String) -> Self { Self(scheme, .connection) }

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
        case header(name: String, value: String)
        case query(name: String, value: String)
        case cookie(name: String, value: String)
        /// Nowhere: it is part of the connection.
        case connection
    }

    var scheme: String
    var place: Place
}
