import HTTPTypes

/// A generated client: a value that sends an API's operations over a ``Connection``.
public protocol APIClient: Sendable {
    /// Where and how the requests are sent. A copy of a client with another connection is a different client.
    var connection: Connection<Self> { get set }

    /// A client that uses a connection.
    init(_ connection: Connection<Self>)
}

/// Where and how a client's requests are sent.
public struct Connection<API>: Sendable {
    /// The server that requests are sent to, except those of operations for which the document specifies a separate server.
    public var server: ServerURL<API>
    /// Replacements for the servers that the document specifies for individual paths and operations; by default none:
    ///
    ///     client.connection.operationServers = [.uploads: "http://127.0.0.1:3001"]
    public var operationServers: [ServerURL<API>: ServerURL<API>] = [:]
    /// Whether requests are sent to `server` even if the document specifies a separate server for an operation.
    var isServerFixed = false
    /// The media types to request from operations that can read them among others; by default all that an operation can read:
    ///
    ///     client.connection.accepts = ["application/pdf"]
    public var accepts: [String] = []
    /// The credentials that the client presents if an operation requires them.
    public var credentials: Credentials<API>?
    /// The maximum time that a call may take, from its start until its whole response has been read, including what its middleware
    /// does; a call that takes longer throws ``CallTimeout``. By default there is no limit. The limit does not apply to a body or a
    /// stream that the caller reads as it arrives.
    public var timeout: Duration?
    /// Header fields that each request has, unless its operation sets them itself; by default none:
    ///
    ///     client.connection.headers = ["X-Tenant": "acme"]
    public var headers: [String: String] = [:]
    /// The middleware, which sees each request and its response, the outermost first; by default none:
    ///
    ///     client.connection.middleware = [.idempotencyKeys(), .retries(), .logging { print($0) }]
    public var middleware: [any ClientMiddleware] = []
    /// The transport that carries the requests.
    public var transport: any ClientTransport
    /// The maximum size in bytes of a response's body that is read as a whole; 64 MiB by default. A body that is an ``HTTPBody`` is
    /// not limited: its reader decides how much it accepts.
    public var responseLimit = 64 << 20
    /// The maximum size in bytes of one item of an ``ItemStream``; 16 MiB by default.
    public var itemLimit = 16 << 20

    /// What the client validates against its schema; by default nothing is.
    public var validates: ClientValidation = []

    /// A connection that accepts responses of up to 64 MiB.
    public init(
        server: ServerURL<API>, credentials: Credentials<API>? = nil, transport: any ClientTransport
    ) {
        self.server = server
        self.credentials = credentials
        self.transport = transport
    }
}

extension APIClient {
    /// A client that uses a custom transport:
    ///
    ///     OpenHandsClient(server: "http://test", transport: InMemoryTransport(OpenHands()))
    public init(
        server: ServerURL<Self>, credentials: Credentials<Self>? = nil, transport: any ClientTransport
    ) {
        self.init(Connection(server: server, credentials: credentials, transport: transport))
    }

    /// The same client with another server, to which all of its requests are sent. A relative URL is resolved against the client's
    /// own server.
    public func sending(to server: ServerURL<Self>) -> Self {
        var connection = connection
        connection.server = ServerURL(server.text, relativeTo: connection.server)
        connection.isServerFixed = true
        return Self(connection)
    }

    /// The same client, which requests responses of the given media types from operations that offer several:
    ///
    ///     let report = try await client.accepting("application/pdf").getReport()
    public func accepting(_ mediaTypes: String...) -> Self {
        var connection = connection
        connection.accepts = mediaTypes
        return Self(connection)
    }

    /// Sends a request of an operation that documents no failure.
    public func send(_ request: ClientRequest) async throws(ClientError<Never>) -> ClientResponse<Never> {
        try await send(request, failures: Never.self)
    }

    /// Sends a request. The response's status is checked when it is read: see ``ClientResponse``.
    public func send<Failure: OperationFailure>(
        _ request: ClientRequest, failures: Failure.Type
    ) async throws(ClientError<Failure>) -> ClientResponse<Failure> {
        let isHandedOver = { @Sendable (status: Int) in
            request.handedOverRedirects.contains(status) || Failure.responses.contains { $0.declaresRedirect(status) }
        }
        let call = ClientCall(request, timeout: connection.timeout)
        let exchange = CallExchange(
            connection: connection, request: request, call: call, isHandedOver: isHandedOver)
        do {
            let response = try await call.deadline.wait { try await exchange.response() }
            return ClientResponse(response, to: call, connection)
        } catch {
            throw .unanswered(error, request.operation)
        }
    }
}
