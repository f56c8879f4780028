import ApusAsyncHTTPClient
import ApusRuntime
import ApusURLSession
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// What carries requests: everything that the contract says holds for each.
enum Carrier: CaseIterable, Sendable {
    case memory, urlSession, asyncHTTPClient

    /// Linux's URLSession has one queue for all exchanges of a process, which must not wait for a reader.
    static var withBackPressure: [Carrier] {
        #if canImport(FoundationNetworking)
            allCases.filter { $0 != .urlSession }
        #else
            allCases
        #endif
    }

    /// A transport of its own; in memory a request goes to the same replies.
    func transport(timeout: Double, _ router: ScriptedRouter) -> any ClientTransport {
        switch self {
        case .memory: return InMemoryTransport(router)
        case .urlSession:
            let configuration = URLSessionConfiguration.apus
            configuration.timeoutIntervalForRequest = timeout
            return URLSessionTransport(configuration: configuration)
        case .asyncHTTPClient:
            return AsyncHTTPClientTransport(configuration: .apus, timeout: .seconds(timeout))
        }
    }
}
