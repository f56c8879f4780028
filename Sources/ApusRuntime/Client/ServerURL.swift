/// The address of a server of the API `API`: an absolute `http` or `https` URL, with or without a path prefix.
///
/// Generated extensions provide the document's servers (`.production`); any other address is a string literal:
///
///     OpenHandsClient(server: "http://127.0.0.1:3000")
///     OpenHandsClient(server: ServerURL(address))
public struct ServerURL<API>: Sendable, Hashable {
    /// The string that it was created from. It is checked when a request is sent, which then throws
    /// ``ClientError/invalidRequest(_:)``.
    public let text: String

    /// Any string is accepted: it is checked when a request is sent.
    public init(_ text: String) { self.text = text }

    /// A relative URL, resolved against `base` (RFC 3986, section 5.2) as in a document that was found at `base`; an absolute one
    /// is kept as it is.
    ///
    ///     ServerURL("/v2", relativeTo: "https://example.com/docs/openapi.yaml")  ->  https://example.com/v2
    ///     ServerURL("v2", relativeTo: "https://example.com/docs/openapi.yaml")   ->  https://example.com/docs/v2
    public init(_ text: String, relativeTo base: Self) {
        self.init(RelativeURL.resolve(text, against: base.text))
    }
}

extension ServerURL: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self.init(value) }
}

extension ServerURL: CustomStringConvertible {
    public var description: String { text }
}

/// The parts of an absolute URL that a request needs.
///
///     http://host:3000/v1/  ->  scheme: http, authority: host:3000, prefix: /v1
struct ServerAddress: Sendable, Equatable {
    var scheme: String
    var authority: String
    /// Without a trailing slash, so that an operation's path can be appended unchanged.
    var prefix: String

    /// `nil` for anything but an absolute `http` or `https` URL, and for a URL with a user name, a query or characters that a URL
    /// cannot contain.
    init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !text.contains(where: { "\"<>\\^`{|}".contains($0) })
        else { return nil }
        let pieces = text[...].split(on: "://")
        guard pieces.count == 2, ["http", "https"].contains(pieces[0].lowercased()) else { return nil }
        let rest = pieces[1]
        let end = rest.firstIndex(of: "/") ?? rest.endIndex
        let authority = rest[..<end]
        guard !authority.isEmpty, !authority.contains("@") else { return nil }
        guard !rest.contains(where: { $0 == "?" || $0 == "#" }) else { return nil }
        var prefix = rest[end...]
        while prefix.hasSuffix("/") { prefix.removeLast() }
        scheme = pieces[0].lowercased()
        self.authority = String(authority)
        self.prefix = String(prefix)
    }
}
