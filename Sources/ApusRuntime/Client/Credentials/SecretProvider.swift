/// Provides a key or token when a request needs it, for example from a keychain or an authorization server.
///
///     client.connection.credentials = .oauth(Keychain())
///
/// ``CachedSecret`` is the provider for secrets that are worth keeping.
public protocol SecretProvider: Sendable {
    /// The secret for the next request.
    ///
    /// `rejected` is a secret that the server has just answered with 401: a provider that has no other one returns the same again,
    /// and the caller gets the 401. `transport` is the client's, for providers that ask a server.
    ///
    /// - Throws: the reason why there is none. The call throws it as ``ClientError/transport(_:_:)``.
    func secret(replacing rejected: String?, over transport: any ClientTransport) async throws -> String
}

/// Asks a closure each time.
struct AskedSecret: SecretProvider {
    let current: @Sendable () async throws -> String

    func secret(replacing rejected: String?, over transport: any ClientTransport) async throws -> String {
        try await current()
    }
}
