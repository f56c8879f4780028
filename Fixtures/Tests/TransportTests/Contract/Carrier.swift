import ApusAsyncHTTPClient
import ApusRuntime
import ApusURLSession
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// What carries requests. The whole contract applies to each of them.
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

    /// A separate transport; in memory, a request gets the same replies.
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
