public import ApusRuntime
import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Sends a client's requests with Foundation's `URLSession`.
///
/// It keeps no cookies and no cache. A response's body is read as it comes; on Linux what a slow reader leaves waits in memory. A request's
/// body that is a stream is written to a temporary file before it is sent, since `URLSession` takes no other: to send what is
/// still being made, `ApusAsyncHTTPClient` is the transport. GET and HEAD cannot have a body: ``InvalidRequest`` says so.
///
/// On Linux `URLSession` has faults that a transport cannot mend, which the module's documentation lists: there
/// `ApusAsyncHTTPClient` is the better choice.
public final class URLSessionTransport: ClientTransport {
    /// A transport with a time-out of 60 seconds.
    public static let shared = URLSessionTransport()

    private let lanes: Lanes
    private let timeout: Duration

    /// `configuration` says what ``URLSession`` may do; by default it keeps no cookies and no cache.
    ///
    /// Its `timeoutIntervalForRequest` is how long nothing may happen: until the response's head is there, and between two chunks of
    /// a body. Event streams and other streams of items may be silent for longer.
    public init(configuration: URLSessionConfiguration = .apus) {
        timeout = .seconds(configuration.timeoutIntervalForRequest)
        let copy = configuration.copy() as? URLSessionConfiguration ?? configuration
        copy.timeoutIntervalForRequest = URLRequest.longTimeout
        lanes = Lanes(copy)
    }

    /// - Throws: `URLError` and ``ResponseTimeout`` where no response came, ``InvalidRequest`` for a request that `URLSession` does not
    ///   send as it is, or `CancellationError`.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        try Task.checkCancellation()
        let method = request.head.method
        let mayRepeat = method == .get || method == .head
        if mayRepeat, let body = request.body, body.length != 0 {
            throw InvalidRequest("URLSession sends no body with \(method): use another transport")
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
    /// What ``URLSessionTransport`` uses when told nothing else.
    public static var apus: URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        return configuration
    }
}

extension URLRequest {
    /// A week: the transport has time-outs of its own, since URLSession's end silent streams too.
    fileprivate static let longTimeout = 604_800.0

    /// The path is percent-coded already and stays as it is.
    init(_ request: TransportRequest) throws {
        guard let text = request.url, let url = URL(string: text) else { throw URLError(.badURL) }
        self.init(url: url)
        timeoutInterval = Self.longTimeout
        httpMethod = request.head.method.rawValue
        for field in try request.wireFields() { addValue(field.value, forHTTPHeaderField: field.name.rawName) }
    }
}
