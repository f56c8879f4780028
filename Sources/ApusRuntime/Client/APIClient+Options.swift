extension APIClient {
    /// The same client with other options, for all of its calls or for one:
    ///
    ///     let patient = client.with(timeout: .seconds(60), middleware: .retries())
    ///     let book = try await client.with(timeout: .seconds(5), headers: ["X-Tenant": "acme"]).getBook(id: 7)
    ///
    /// `timeout` and `credentials` replace those of the client, unless they are `nil`. `headers` are added to those of the client
    /// and replace fields of the same name. `middleware` is added after that of the client: it is nearer to the transport.
    public func with(
        timeout: Duration? = nil, headers: [String: String] = [:], credentials: Credentials<Self>? = nil,
        middleware: any ClientMiddleware...
    ) -> Self {
        var connection = connection
        connection.timeout = timeout ?? connection.timeout
        connection.credentials = credentials ?? connection.credentials
        connection.middleware += middleware
        for (name, value) in headers {
            for other in connection.headers.keys where other.lowercased() == name.lowercased() {
                connection.headers[other] = nil
            }
            connection.headers[name] = value
        }
        return Self(connection)
    }
}
