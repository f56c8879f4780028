public import HTTPTypes

/// A request that a client sends: a `ClientTransport` puts it on the wire as it is.
public struct TransportRequest: Sendable {
    /// Method, scheme, authority, path with query, and header fields.
    public var head: HTTPRequest
    /// The body; `nil` for none. ``HTTPBody/buffered`` contains its bytes if they are already in memory; otherwise it is read while
    /// it is sent.
    public var body: HTTPBody?
    /// Whether sending it twice has the same effect as sending it once: because of its method (RFC 9110, section 9.2.2), or because
    /// it has an idempotency key.
    public var isIdempotent: Bool

    /// A request with or without a body.
    public init(head: HTTPRequest, body: HTTPBody? = nil) {
        self.head = head
        self.body = body
        isIdempotent = Self.idempotentMethods.contains(head.method.rawValue)
    }

    private static let idempotentMethods: Set<String> = ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"]

    /// The request's URL; `nil` if the head lacks a scheme or an authority.
    public var url: String? {
        guard let scheme = head.scheme, let authority = head.authority else { return nil }
        return "\(scheme)://\(authority)\(head.path ?? "/")"
    }

    /// The header fields as in HTTP/1.1: one field for all cookies (RFC 6265, section 5.4), which HTTPTypes splits into several.
    ///
    /// - Throws: ``InvalidRequest`` for a value with a control character, which HTTP cannot carry (RFC 9110, section 5.5).
    package func wireFields() throws(InvalidRequest) -> [HTTPField] {
        var fields = head.headerFields
        let cookies = fields[values: .cookie]
        if cookies.count > 1 { fields[values: .cookie] = [cookies.joined(separator: "; ")] }
        for field in fields where !field.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) {
            throw InvalidRequest("The header field \(field.name) cannot carry its value")
        }
        return Array(fields)
    }

    /// Whether a response to this request can have a body (RFC 9110, section 6.4.1).
    package func mayHaveBody(_ response: HTTPResponse) -> Bool {
        head.method != .head && ![204, 304].contains(response.status.code)
    }
}

/// A response as it was received over the wire.
public struct TransportResponse: Sendable {
    /// Status and header fields.
    public var head: HTTPResponse
    /// The body, decompressed; empty for none. It may still be arriving.
    public var body: HTTPBody

    /// A response whose body is in memory, or arrives while it is read.
    public init(head: HTTPResponse, body: HTTPBody = HTTPBody()) {
        self.head = head
        self.body = body
    }
}

/// Carries a client's requests. `ApusURLSession` and `ApusAsyncHTTPClient` provide one each; ``InMemoryTransport`` connects a
/// client to a router in a test. What sees each request on its way to the transport is a ``ClientMiddleware``.
///
/// A transport sends what it is given, with one `Cookie` field, and adds no credential. It does not follow redirects: clients do,
/// if the same request can be repeated to the same origin. Interim responses (1xx) do not count as the response, a truncated body
/// is an error, and a cancelled task ends the exchange. Timeouts are up to the transport.
public protocol ClientTransport: Sendable {
    /// Sends one request and waits for the response's status and header, whatever they are. The body is received as the caller
    /// reads it, and no faster: what a slow reader has not read stays with the server. Dropping a body before its end ends the
    /// exchange.
    ///
    /// - Throws: the reason why there is no response, or `CancellationError`. A client passes it on as
    ///   ``ClientError/transport(_:_:)``, and likewise errors that occur while the body is read; ``InvalidRequest`` means that
    ///   nothing was sent. The description of an error never contains a query or the value of a header field, which may be
    ///   credentials.
    func send(_ request: TransportRequest) async throws -> TransportResponse
}

/// A response had more bytes than ``Connection/responseLimit`` allows.
public struct ResponseTooLarge: Error, Sendable, CustomStringConvertible {
    /// The number of bytes that were allowed.
    public var limit: Int

    /// `limit` is in bytes.
    public init(limit: Int) { self.limit = limit }

    public var description: String { "The response's body has more than \(limit) bytes" }
}
