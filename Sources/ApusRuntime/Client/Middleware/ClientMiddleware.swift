#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Sees each request of a client and its response, and may change, repeat or answer it.
///
///     struct Timing: ClientMiddleware {
///         func send(
///             _ request: TransportRequest, in call: ClientCall, next: Next
///         ) async throws -> TransportResponse {
///             let start = ContinuousClock.now
///             defer { record(start.duration(to: .now), label: "\(call.operation)") }
///             return try await next(request)
///         }
///     }
///
/// ``Connection/middleware`` lists the middleware of a client, the outermost first. The request is complete: it has its
/// credentials, and what the last middleware passes on is what the transport sends. A middleware that changes the path, a header
/// field or the body must not send credentials to a server for which they are not meant.
public protocol ClientMiddleware: Sendable {
    /// The middleware after this one, then the transport.
    typealias Next = NextMiddleware

    /// Sends a request with `next`, or responds without it.
    ///
    /// - Throws: the reason why there is no response, which the caller gets as ``ClientError/transport(_:_:)``;
    ///   ``InvalidRequest`` means that nothing was sent.
    func send(_ request: TransportRequest, in call: ClientCall, next: Next) async throws -> TransportResponse
}

/// The rest of a request's way: the middleware after the current one, then the transport. It may be called several times.
public struct NextMiddleware: Sendable {
    let send: @Sendable (TransportRequest) async throws -> TransportResponse

    /// Sends a request, and waits until its response begins.
    public func callAsFunction(_ request: TransportRequest) async throws -> TransportResponse {
        try await send(request)
    }
}

/// A call of an operation. All attempts to carry it out, after a failure, a redirect or a renewed token, belong to the same call.
public struct ClientCall: Sendable {
    /// A UUID in lowercase, unique to this call.
    public let id: String
    /// The operation that is called.
    public let operation: ClientOperation
    /// The header field that the document declares for idempotency keys: `Idempotency-Key` or `X-Idempotency-Key`. `nil` if the
    /// operation has none of them.
    public let idempotencyHeader: String?
    /// When the call must be over; `nil` if it may take as long as it needs.
    let deadline: Deadline?

    init(_ request: ClientRequest, timeout: Duration?) {
        id = UUID().uuidString.lowercased()
        operation = request.operation
        idempotencyHeader = request.idempotencyHeader
        deadline = timeout.map(Deadline.init(after:))
    }

    /// How much time is left; `nil` if there is no limit.
    public var remainingTime: Duration? { deadline?.remaining }
}
