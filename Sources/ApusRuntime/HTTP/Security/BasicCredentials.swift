/// The credentials in `Authorization: Basic` (RFC 7617).
public struct BasicCredentials: Sendable, Hashable {
    /// The text before the first colon.
    public var username: String
    /// The text after it, which may contain colons.
    public var password: String

    /// `username` must not contain a colon.
    public init(username: String, password: String) {
        self.username = username
        self.password = password
    }
}
