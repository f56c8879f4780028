public import ApusRuntime
public import Foundation

extension URLError: TransportFailure {
    public var isTimeout: Bool { code == .timedOut }

    /// A URL, a certificate or a policy that is refused is refused again. On Linux, a body that breaks off has the code `unknown`.
    public var isTransient: Bool {
        switch code {
        case .unknown, .timedOut, .cannotFindHost, .cannotConnectToHost, .dnsLookupFailed, .networkConnectionLost,
            .notConnectedToInternet, .badServerResponse, .cannotParseResponse, .secureConnectionFailed:
            true
        default: false
        }
    }
}
