public import ApusRuntime
import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Sends a client's requests with Foundation's `URLSession`.
///
/// It stores no cookies and has no cache. A response body is read as it arrives; on Linux, data that a slow reader has not read yet
/// waits in memory. A request body that is a stream is written to a temporary file before it is sent, since `URLSession` requires
/// this: to send data while it is being produced, use `ApusAsyncHTTPClient`. GET and HEAD cannot have a body; if they do,
/// `InvalidRequest` is thrown.
///
/// On Linux, `URLSession` has defects that a transport cannot fix; the module's documentation lists them. `ApusAsyncHTTPClient` is
/// the better choice there.
public final class URLSessionTransport: ClientTransport {
    /// A transport with a time-out of 60 seconds.
    public static let shared = URLSessionTransport()

    private let lanes: Lanes
    private let timeout: Duration

    /// `configuration` specifies what `URLSession` may do; by default it stores no cookies and has no cache.
    ///
    /// Its `timeoutIntervalForRequest` is the maximum time without activity: until the head of the response arrives, and between
    /// two chunks of a body. Event streams and other streams of items may be silent for longer.
    public init(configuration: URLSessionConfiguration = .apus) {
        timeout = .seconds(configuration.timeoutIntervalForRequest)
        let copy = configuration.copy() as? URLSessionConfiguration ?? configuration
        copy.timeoutIntervalForRequest = URLRequest.longTimeout
        lanes = Lanes(copy)
    }

    /// - Throws: `URLError` or `ResponseTimeout` if no response arrived, `InvalidRequest` for a request that `URLSession` does
    ///   not send unchanged, or `CancellationError`.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        try Task.checkCancellation()
        let method = request.head.method
        let mayRepeat = method == .get || method == .head
        if mayRepeat, let body = request.body, body.length != 0 {
            throw InvalidRequest("URLSession does not send a body with \(method): use another transport")
        }
        let upload = try await Upload(request.body)
        defer { upload.remove() }
        let origin = "\(request.head.scheme ?? "")://\(request.head.authority ?? "")"
        let lane = lanes.lane(to: origin, isFresh: !mayRepeat)
        let exchange = try await lane.exchange(timeout: timeout) { try $0.task(request, upload) }
        let (lanes, limit) = (lanes, timeout)
        exchange.whenDone { lanes.giveBack(lane) }
        let response = try await exchange.head()
        let head = HTTPResponse(status: .init(code: response.statusCode), headerFields: response.fields)
        let length = request.mayHaveBody(head) ? response.length : 0
        var body = HTTPBody(once: ExchangeBody(exchange, owner: lane), length: length)
        body.idleLimit = limit
        body.reportLimit = exchange.stop(after:)
        return TransportResponse(head: head, body: body)
    }
}

extension URLSession {
    fileprivate func task(_ request: TransportRequest, _ upload: Upload) throws -> URLSessionDataTask {
        var urlRequest = try URLRequest(request)
        switch upload {
        case .none: return dataTask(with: urlRequest)
        case .bytes(let data):
            urlRequest.httpBody = data
            return dataTask(with: urlRequest)
        case .file(let url, _): return uploadTask(with: urlRequest, fromFile: url)
        }
    }
}

extension URLSessionConfiguration {
    /// The default configuration of ``URLSessionTransport``.
    public static var apus: URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        return configuration
    }
}

extension URLRequest {
    /// A week: the transport has its own timeouts, since those of URLSession also end silent streams.
    fileprivate static let longTimeout = 604_800.0

    /// The path is already percent-encoded and is not changed.
    init(_ request: TransportRequest) throws {
        guard let text = request.url, let url = URL(string: text) else { throw URLError(.badURL) }
        self.init(url: url)
        timeoutInterval = Self.longTimeout
        httpMethod = request.head.method.rawValue
        for field in try request.wireFields() { addValue(field.value, forHTTPHeaderField: field.name.rawName) }
    }
}
