public import ApusRuntime
import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Sends a client's requests with Foundation's `URLSession`.
///
/// It keeps no cookies and no cache, and follows a redirect only to the same origin and with the same method, so that no
/// credential reaches another server.
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

    /// - Throws: `URLError` where no response came, `ResponseTooLarge`, or `CancellationError`.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        try Task.checkCancellation()
        let task = session.dataTask(with: try URLRequest(request))
        let exchanges = exchanges
        let (response, body) = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                exchanges.begin(task, limit: request.responseLimit, continuation)
            }
        } onCancel: {
            task.cancel()
        }
        let status = HTTPResponse.Status(code: response.statusCode)
        return TransportResponse(head: HTTPResponse(status: status, headerFields: response.fields), body: Array(body))
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
        httpBody = request.body.map { Data($0) }
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
}
