import ApusRuntime
import Synchronization

/// Records what is sent over an ``InMemoryTransport``.
final class RecordingTransport: ClientTransport {
    private let transport: InMemoryTransport
    private let requests = Mutex<[TransportRequest]>([])

    init(_ server: some APIServer) { transport = InMemoryTransport(server) }

    var last: TransportRequest? { requests.withLock { $0.last } }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        requests.withLock { $0.append(request) }
        return try await transport.send(request)
    }
}
