import HTTPTypes

extension ClientMiddleware where Self == LoggingMiddleware {
    /// Calls `log` for each request when its response begins or fails:
    ///
    ///     .logging { print($0) }      // GET https://example.com/books?... -> 200 in 12 ms [listBooks 52fdfc07-...]
    ///
    /// No query and no header field is shown except those in `headers`. Bodies are shown only if `bodies` is not 0: those of up to
    /// that number of bytes, unless they are streams.
    public static func logging(
        headers: [String] = [], bodies: Int = 0, _ log: @escaping @Sendable (ExchangeRecord) -> Void
    ) -> Self {
        LoggingMiddleware(headers: headers, bodies: bodies, log)
    }
}

/// Logs each request with its response. Listed after `.retries()`, it logs each attempt; before it, each call.
public struct LoggingMiddleware: ClientMiddleware {
    private let headers: [HTTPField.Name]
    private let bodies: Int
    private let log: @Sendable (ExchangeRecord) -> Void

    /// `headers` are the names of the header fields to show, `bodies` is the maximum size in bytes of a body to show.
    public init(headers: [String] = [], bodies: Int = 0, _ log: @escaping @Sendable (ExchangeRecord) -> Void) {
        self.headers = headers.compactMap { HTTPField.Name($0) }
        self.bodies = bodies
        self.log = log
    }

    public func send(
        _ request: TransportRequest, in call: ClientCall, next: Next
    ) async throws -> TransportResponse {
        let start = ContinuousClock.now
        var record = ExchangeRecord(call, request)
        record.requestHeaders = shown(request.head.headerFields)
        record.requestBody = shown(request.body)
        do {
            var response = try await next(request)
            if bodies > 0, let length = response.body.length, length <= bodies {
                response.body = HTTPBody(try await response.body.bytes(), contentType: response.body.contentType)
            }
            record.outcome = .response(response.head.status.code)
            record.responseHeaders = shown(response.head.headerFields)
            record.responseBody = shown(response.body)
            record.duration = start.duration(to: .now)
            log(record)
            return response
        } catch {
            record.outcome = .failure("\(error)")
            record.duration = start.duration(to: .now)
            log(record)
            throw error
        }
    }

    private func shown(_ fields: HTTPFields) -> [String: String] {
        var shown: [String: String] = [:]
        for name in headers { shown[name.rawName] = fields[name] }
        return shown
    }

    private func shown(_ body: HTTPBody?) -> [UInt8]? {
        guard let bytes = body?.buffered, !bytes.isEmpty, bytes.count <= bodies else { return nil }
        return bytes
    }
}

/// What happened to a request, without what may be a credential.
public struct ExchangeRecord: Sendable {
    /// What a request led to.
    public enum Outcome: Sendable, Hashable {
        /// A response with this status.
        case response(Int)
        /// An error, described without secrets.
        case failure(String)
    }

    /// The operation.
    public let operation: ClientOperation
    /// The ``ClientCall/id`` of the call.
    public let callID: String
    /// The URL without its query: `https://example.com/books?...`
    public let url: String
    /// The header fields to show, by the names for which they were asked.
    public internal(set) var requestHeaders: [String: String] = [:]
    /// The body, if it is to be shown.
    public internal(set) var requestBody: [UInt8]?
    /// The header fields to show.
    public internal(set) var responseHeaders: [String: String] = [:]
    /// The body, if it is to be shown.
    public internal(set) var responseBody: [UInt8]?
    /// The response or the error.
    public internal(set) var outcome = Outcome.failure("")
    /// The time until the response began, or until the error.
    public internal(set) var duration = Duration.zero

    init(_ call: ClientCall, _ request: TransportRequest) {
        operation = call.operation
        callID = call.id
        url = RedactedURL.text(request.url ?? "")
    }
}

extension ExchangeRecord: CustomStringConvertible {
    /// `GET https://example.com/books?... -> 200 in 12 ms [listBooks 52fdfc07-...]`, then header fields and bodies in lines of their
    /// own.
    public var description: String {
        let result =
            switch outcome {
            case .response(let status): "\(status)"
            case .failure(let error): error
            }
        let (seconds, attoseconds) = duration.components
        let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
        let first = "\(operation.method) \(url) -> \(result) in \(milliseconds) ms [\(operation.id) \(callID)]"
        return ([first] + lines(">", requestHeaders, requestBody) + lines("<", responseHeaders, responseBody))
            .joined(separator: "\n")
    }

    private func lines(_ mark: String, _ headers: [String: String], _ body: [UInt8]?) -> [String] {
        let fields = headers.sorted { $0.key < $1.key }.map { "\(mark) \($0.key): \($0.value)" }
        return fields + (body.map { ["\(mark) \(String(decoding: $0, as: UTF8.self))"] } ?? [])
    }
}
