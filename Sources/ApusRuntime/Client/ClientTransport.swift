public import HTTPTypes

/// What a client sends: `ClientTransport`s put it on the wire as it is.
public struct TransportRequest: Sendable {
    /// Method, scheme, authority, path with query, and header fields.
    public var head: HTTPRequest
    /// The body, `nil` for none. ``HTTPBody/buffered`` has its bytes where they are there already; else it is read
    /// while it is sent.
    public var body: HTTPBody?
    /// The redirects that are answers of the operation, since its document declares them: a transport hands a response of such
    /// a status over and does not follow it.
    public var documentedRedirects: Set<Int> = []

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
/// A transport stops and throws when its task is cancelled, follows no redirect that changes the method, and decides
/// on time-outs itself.
public protocol ClientTransport: Sendable {
    /// Sends one request and waits for the response's status and header, whatever they are. The body follows as the
    /// caller reads it, and no faster: what a slow reader has not taken stays with the server. A body that is dropped
    /// before its end ends the exchange.
    ///
    /// - Throws: why no response came, or `CancellationError`. A client hands it on as ``ClientError/transport(_:)``, and
    ///   what reading the body throws as well.
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
