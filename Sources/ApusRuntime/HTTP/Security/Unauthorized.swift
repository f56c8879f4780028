/// Thrown by an `authenticate` method to reject the client's credential. The server responds with 401 and `WWW-Authenticate`.
public struct Unauthorized: Error, Sendable {
    /// The detail in the response; by default it says that the request is not authenticated.
    public var detail: String?

    /// `detail` is sent to the client: it should not say which part of a credential was wrong.
    public init(_ detail: String? = nil) { self.detail = detail }
}

/// Thrown by an `authenticate` method or a handler if the identity is known but not permitted to do this. The server responds with
/// 403.
public struct Forbidden: Error, Sendable {
    /// The detail in the response; by default the name of the status.
    public var detail: String?

    /// `detail` is sent to the client.
    public init(_ detail: String? = nil) { self.detail = detail }
}
