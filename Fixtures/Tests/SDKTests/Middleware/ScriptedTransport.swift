import ApusRuntime
import Synchronization

/// Answers each request with the next one of its outcomes, the last of which is repeated.
final class ScriptedTransport: ClientTransport {
    enum Outcome: Sendable {
        case status(Int, HTTPFields = [:], body: String = "true")
        case lost
        case error(any Error & Sendable)
    }

    /// A connection that was lost.
    struct Lost: TransportFailure {}

    private let state: Mutex<(rest: ArraySlice<Outcome>, sent: [TransportRequest])>

    init(_ outcomes: Outcome...) { state = Mutex((outcomes[...], [])) }

    var sent: [TransportRequest] { state.withLock { $0.sent } }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let outcome = state.withLock { state in
            state.sent.append(request)
            return state.rest.count > 1 ? state.rest.removeFirst() : state.rest.first
        }
        switch outcome {
        case .status(let status, var fields, let body):
            if fields[.contentType] == nil { fields[.contentType] = "application/json" }
            return TransportResponse(
                head: HTTPResponse(status: .init(code: status), headerFields: fields), body: HTTPBody(body))
        case .error(let error): throw error
        case .lost, nil: throw Lost()
        }
    }
}
