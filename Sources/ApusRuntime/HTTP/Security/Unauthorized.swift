/// Thrown by an `authenticate` method to refuse what the client presented: answered with 401 and `WWW-Authenticate`.
public struct Unauthorized: Error, Sendable {
    /// What the answer says; by default that the request is not authenticated.
    public var detail: String?

    /// `detail` is told to the client: it should not say which part of a credential was wrong.
    public init(_ detail: String? = nil) { self.detail = detail }
}

/// Thrown by an `authenticate` method or a handler when the identity is known and may not do this: answered with 403.
public struct Forbidden: Error, Sendable {
    /// What the answer says; by default the status's name.
    public var detail: String?

    /// `detail` is told to the client.
    public init(_ detail: String? = nil) { self.detail = detail }
}
