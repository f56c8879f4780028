import HTTPTypes

/// Joins a client and a router without a network, for tests: requests are routed, percent-decoded, authenticated and
/// validated as a server would. Bodies that are streams are read by the other side as they are made.
///
///     let client = OpenHandsClient(server: "http://test", transport: InMemoryTransport(APIRouter(OpenHands())))
public struct InMemoryTransport: ClientTransport {
    private let router: APIRouter

    /// A transport to the operations of a router.
    public init(_ router: APIRouter) { self.router = router }

    /// A transport to a server.
    public init(_ server: some APIServer) { router = APIRouter(server) }

    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        try Task.checkCancellation()
        let response = try await router.respond(to: request.head, body: request.body ?? HTTPBody())
        let head = HTTPResponse(status: response.status, headerFields: response.headers)
        return TransportResponse(head: head, body: response.body)
    }
}
