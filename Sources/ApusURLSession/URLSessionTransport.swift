public import ApusRuntime
import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Sends a client's requests with Foundation's `URLSession`.
///
/// It keeps no cookies and no cache, and follows a redirect only to the same origin and with the same method, so that no
/// credential reaches another server. A response's body is read as it comes; on Linux what a slow reader leaves waits in
/// memory. A request's body that is a stream is written to a temporary file before it is sent, since `URLSession` takes
/// no other: to send what is still being made, `ApusAsyncHTTPClient` is the transport.
public final class URLSessionTransport: ClientTransport {
    /// A transport with a time-out of 60 seconds between two packets.
    public static let shared = URLSessionTransport()

    private let session: URLSession
    private let exchanges = Exchanges()

    /// `configuration` holds the time-outs; by default an ephemeral one without cookies.
    public init(configuration: URLSessionConfiguration = .apus) {
        session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil)
    }

    deinit { session.finishTasksAndInvalidate() }

    /// - Throws: `URLError` where no response came, or `CancellationError`.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        try Task.checkCancellation()
        let upload = try await Upload(request.body)
        defer { upload.remove() }
        let exchange = exchanges.begin(try task(request, upload))
        let response = try await exchange.head()
        let body = HTTPBody(
            once: ExchangeBody(exchange), length: response.length
        )
        let status = HTTPResponse.Status(code: response.statusCode)
        return TransportResponse(head: HTTPResponse(status: status, headerFields: response.fields), body: body)
    }

    private func task(_ request: TransportRequest, _ upload: Upload) throws -> URLSessionDataTask {
        var urlRequest = try URLRequest(request)
        switch upload {
        case .none: return session.dataTask(with: urlRequest)
        case .bytes(let data):
            urlRequest.httpBody = data
            return session.dataTask(with: urlRequest)
        case .file(let url, _): return session.uploadTask(with: urlRequest, fromFile: url)
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
    /// The path is percent-coded already and stays as it is.
    init(_ request: TransportRequest) throws {
        guard let text = request.url, let url = URL(string: text) else { throw URLError(.badURL) }
        self.init(url: url)
        httpMethod = request.head.method.rawValue
        for field in request.head.headerFields { addValue(field.value, forHTTPHeaderField: field.name.rawName) }
    }
}

extension HTTPURLResponse {
    var fields: HTTPFields {
        var fields = HTTPFields()
        for (name, value) in allHeaderFields {
            guard let name = HTTPField.Name("\(name)") else { continue }
            fields[name] = "\(value)"
        }
        return fields
    }

    /// Of what the body is after it was decompressed, where that is known.
    fileprivate var length: Int? {
        let isCoded = value(forHTTPHeaderField: "Content-Encoding") != nil
        return isCoded || expectedContentLength < 0 ? nil : Int(expectedContentLength)
    }
}
