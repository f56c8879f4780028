public import HTTPTypes

/// What a client sends: `ClientTransport`s put it on the wire as it is.
public struct TransportRequest: Sendable {
    /// Method, scheme, authority, path with query, and header fields.
    public var head: HTTPRequest
    /// The body, `nil` for none. ``HTTPBody/buffered`` has its bytes where they are there already; else it is read
    /// while it is sent.
    public var body: HTTPBody?

    /// A request with a body or without.
    public init(head: HTTPRequest, body: HTTPBody? = nil) {
        self.head = head
        self.body = body
    }

    /// The request's URL, `nil` where the head lacks a scheme or an authority.
    public var url: String? {
        guard let scheme = head.scheme, let authority = head.authority else { return nil }
        return "\(scheme)://\(authority)\(head.path ?? "/")"
    }

    /// The header fields as HTTP/1.1 has them: one field for all cookies (RFC 6265, section 5.4), of which HTTPTypes makes several.
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

/// A response as it came over the wire.
public struct TransportResponse: Sendable {
    /// Status and header fields.
    public var head: HTTPResponse
    /// The body, decompressed; empty for none. It may still be on its way.
    public var body: HTTPBody

    /// A response whose body is there, or comes while it is read.
    public init(head: HTTPResponse, body: HTTPBody = HTTPBody()) {
        self.head = head
        self.body = body
    }
}

/// Carries a client's requests. `ApusURLSession` and `ApusAsyncHTTPClient` have one each; ``InMemoryTransport`` joins a
/// client and a router in a test. A transport around another one is the place to log, retry or sign.
///
/// A transport sends what it is given, with one `Cookie` field, and adds no credential. It follows no redirect: clients do, where
/// the same request can be made again to the same origin. Interim answers (1xx) are not responses, a body that is cut short is an
/// error, and a cancelled task ends the exchange. Time-outs are up to the transport.
public protocol ClientTransport: Sendable {
    /// Sends one request and waits for the response's status and header, whatever they are. The body follows as the
    /// caller reads it, and no faster: what a slow reader has not taken stays with the server. A body that is dropped
    /// before its end ends the exchange.
    ///
    /// - Throws: why no response came, or `CancellationError`. A client hands it on as ``ClientError/transport(_:)``, and
    ///   what reading the body throws as well; ``InvalidRequest`` says that nothing was sent. No text of an error holds a query
    ///   or the value of a header field, which may be credentials.
    func send(_ request: TransportRequest) async throws -> TransportResponse
}

/// A response had more bytes than ``Connection/responseLimit`` allows.
public struct ResponseTooLarge: Error, Sendable, CustomStringConvertible {
    /// How many bytes were allowed.
    public var limit: Int

    /// `limit` is in bytes.
    public init(limit: Int) { self.limit = limit }

    public var description: String { "The response's body has more than \(limit) bytes" }
}
