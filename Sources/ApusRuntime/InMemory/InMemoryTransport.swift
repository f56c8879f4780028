import HTTPTypes

/// Connects a client to a router without a network, for tests: requests are routed, percent-decoded, authenticated and validated as
/// by a server. Bodies that are streams are read by the other side as they are produced. Responses to HEAD and those with status
/// 204 or 304 have no body, as over a network.
///
///     let client = OpenHandsClient(server: "http://test", transport: InMemoryTransport(APIRouter(OpenHands())))
public struct InMemoryTransport: ClientTransport {
    /// A closure, so that the conformance to ``ClientTransport``, which the linker always keeps, does not refer to the router.
    private let respond: @Sendable (HTTPRequest, HTTPBody) async throws -> ServerResponse

    /// A transport to the operations of a router.
    public init(_ router: APIRouter) {
        respond = { request, body in try await router.respond(to: request, body: body) }
    }

    /// A transport to a server.
    public init(_ server: some APIServer) { self.init(APIRouter(server)) }

    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        try Task.checkCancellation()
        var sent = request.head
        sent.headerFields = HTTPFields(try request.wireFields())
        let response = try await respond(sent, request.body ?? HTTPBody())
        try Task.checkCancellation()
        let head = HTTPResponse(status: response.status, headerFields: response.headers)
        return TransportResponse(head: head, body: request.mayHaveBody(head) ? response.body : HTTPBody())
    }
}
