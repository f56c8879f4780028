import ApusRuntime
import Foundation
import HTTPTypes

/// A client, the scripted server that it talks to, and the log of that server.
struct Wire: Sendable {
    var client: ScriptedClient
    var address: String
    var log: WireLog
}

/// Runs a test against a server with the given replies.
func withWire<Result: Sendable>(
    _ carrier: Carrier, timeout: Double = 60, reply: @escaping @Sendable (WireRequest) -> Reply,
    _ test: (Wire) async throws -> Result
) async throws -> Result {
    let log = WireLog()
    let transport = carrier.transport(timeout: timeout, ScriptedRouter(log: log, reply: reply))
    guard carrier != .memory else {
        let client = ScriptedClient(server: "http://memory", transport: transport)
        return try await test(Wire(client: client, address: "http://memory", log: log))
    }
    let server = try ScriptedServer(log: log, reply: reply)
    defer { server.stop() }
    let client = ScriptedClient(server: ServerURL(server.address), transport: transport)
    return try await test(Wire(client: client, address: server.address, log: log))
}

struct ScriptedClient: APIClient {
    var connection: Connection<Self>
    init(_ connection: Connection<Self>) { self.connection = connection }

    /// A response of any status.
    func call(_ request: ClientRequest) async throws(ClientError<Never>) -> ReceivedResponse {
        try await call(request, failures: Never.self)
    }

    /// A response of any status that the failures do not declare.
    func call<Failure: OperationFailure>(
        _ request: ClientRequest, failures: Failure.Type
    ) async throws(ClientError<Failure>) -> ReceivedResponse {
        let response = try await send(request, failures: failures)
        do throws(ClientError<Failure>) {
            return ReceivedResponse(status: response.status, headers: response.headers, body: try await response.data())
        } catch {
            if case .undocumented(let received) = error { return received }
            throw error
        }
    }

    func text(_ request: ClientRequest) async throws -> String? { try await call(request).text }

    func status(_ request: ClientRequest) async throws -> Int { try await call(request).status }

    /// The error of a call.
    func failure(_ request: ClientRequest) async -> ClientError<Never>? {
        do { _ = try await call(request) } catch { return error }
        return nil
    }

    /// The same client with a key in a header field, one in the query and one in a cookie.
    var withKeys: Self {
        var client = self
        client.connection.credentials = [
            .apiKey("field", header: "X-Session-API-Key", "secret-in-field"),
            .apiKey("query", query: "key", "secret-in-query"),
            .apiKey("cookie", cookie: "sid", "secret-in-cookie"),
        ]
        return client
    }
}

extension ClientRequest {
    /// A request that sends the keys of ``ScriptedClient/withKeys``.
    static func keyed(_ method: HTTPRequest.Method, _ path: String) -> ClientRequest {
        ClientRequest(method, path, security: [["field", "query", "cookie"]])
    }
}
