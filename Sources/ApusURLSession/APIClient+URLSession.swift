public import ApusRuntime

extension APIClient {
    /// A client that uses Foundation's `URLSession`.
    ///
    ///     let client = OpenHandsClient(server: .production, credentials: .apiKeyHeader("..."))
    public init(server: ServerURL<Self>, credentials: Credentials<Self>? = nil) {
        self.init(server: server, credentials: credentials, transport: URLSessionTransport.shared)
    }
}
