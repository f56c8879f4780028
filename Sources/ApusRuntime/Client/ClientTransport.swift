public import HTTPTypes

/// What a client sends: `ClientTransport`s put it on the wire as it is.
public struct TransportRequest: Sendable {
    /// Method, scheme, authority, path with query, and header fields.
    public var head: HTTPRequest
    /// The whole body, `nil` for none.
    public var body: [UInt8]?
    /// The most bytes of a response's body to take; beyond it a transport throws ``ResponseTooLarge``.
    public var responseLimit: Int

    /// `responseLimit` is in bytes, 64 MiB by default.
    public init(head: HTTPRequest, body: [UInt8]? = nil, responseLimit: Int = 64 << 20) {
        self.head = head
        self.body = body
        self.responseLimit = responseLimit
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
    /// The whole body, decompressed; empty for none.
    public var body: [UInt8]

    /// A response with a whole body.
    public init(head: HTTPResponse, body: [UInt8] = []) {
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
    /// Sends one request and waits for the whole response, whatever its status.
    ///
    /// - Throws: why no response came, ``ResponseTooLarge``, or `CancellationError`. A client hands it on as
    ///   ``ClientError/transport(_:)``.
    func send(_ request: TransportRequest) async throws -> TransportResponse
}

/// A response had more bytes than ``TransportRequest/responseLimit`` allows.
public struct ResponseTooLarge: Error, Sendable, CustomStringConvertible {
    /// How many bytes were allowed.
    public var limit: Int

    /// `limit` is in bytes.
    public init(limit: Int) { self.limit = limit }

    public var description: String { "The response's body has more than \(limit) bytes" }
}
