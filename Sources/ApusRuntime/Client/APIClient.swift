import HTTPTypes

/// A generated client: a value that sends an API's operations over a ``Connection``.
public protocol APIClient: Sendable {
    /// Where and how the requests go. A copy of a client with another connection is another client.
    var connection: Connection<Self> { get set }

    /// A client on a connection.
    init(_ connection: Connection<Self>)
}

/// Where and how a client's requests go.
public struct Connection<API>: Sendable {
    /// The server that requests go to, but for those of operations to which the document gives a server of their own.
    public var server: ServerURL<API>
    /// What stands in for the servers that the document gives to single paths and operations; by default nothing:
    ///
    ///     client.connection.operationServers = [.uploads: "http://127.0.0.1:3001"]
    public var operationServers: [ServerURL<API>: ServerURL<API>] = [:]
    /// Whether requests go to `server` even where the document gives an operation one of its own.
    var isServerFixed = false
    /// The media types to ask for, where an operation reads them beside others; by default all that it reads:
    ///
    ///     client.connection.accepts = ["application/pdf"]
    public var accepts: [String] = []
    /// What the client presents where an operation asks for it.
    public var credentials: Credentials<API>?
    /// What carries the requests.
    public var transport: any ClientTransport
    /// The most bytes of a response's body to take where it is read whole, 64 MiB by default. A body that is an
    /// ``HTTPBody`` is not limited: its reader says how much it takes.
    public var responseLimit = 64 << 20
    /// The most bytes of one item of an ``ItemStream``, 16 MiB by default.
    public var itemLimit = 16 << 20

    /// What the client validates against its schema: by default nothing.
    public var validates: ClientValidation = []

    /// A connection that takes responses of up to 64 MiB.
    public init(
        server: ServerURL<API>, credentials: Credentials<API>? = nil, transport: any ClientTransport
    ) {
        self.server = server
        self.credentials = credentials
        self.transport = transport
    }
}

extension APIClient {
    /// A client on a transport of one's own:
    ///
    ///     OpenHandsClient(server: "http://test", transport: InMemoryTransport(OpenHands()))
    public init(
        server: ServerURL<Self>, credentials: Credentials<Self>? = nil, transport: any ClientTransport
    ) {
        self.init(Connection(server: server, credentials: credentials, transport: transport))
    }

    /// The same client for another server, to which all of its requests go. A relative one is relative to its own.
    public func sending(to server: ServerURL<Self>) -> Self {
        var connection = connection
        connection.server = ServerURL(server.text, relativeTo: connection.server)
        connection.isServerFixed = true
        return Self(connection)
    }

    /// The same client that asks for answers of the given media types, where an operation has several to give:
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
        let transported: TransportRequest
        do { transported = try request.transported(over: connection) } catch { throw .invalidRequest(error) }
        let isHandedOver = { (status: Int) in
            request.handedOverRedirects.contains(status) || Failure.responses.contains { $0.declaresRedirect(status) }
        }
        do {
            let response = try await exchange(transported, handingOver: isHandedOver)
            return ClientResponse(response, to: request.method, connection)
        } catch {
            throw .unanswered(error)
        }
    }

    /// The response to a request, once redirects are followed but for those that the document declares.
    private func exchange(
        _ request: TransportRequest, handingOver isHandedOver: (Int) -> Bool
    ) async throws -> TransportResponse {
        var request = request
        for _ in 0..<Redirect.limit {
            let response = try await connection.transport.send(request)
            guard !isHandedOver(response.head.status.code),
                let next = Redirect.request(request, after: response.head)
            else { return response }
            request = next
        }
        return try await connection.transport.send(request)
    }
}
