import HTTPTypes

extension ClientMiddleware where Self == IdempotencyKeyMiddleware {
    /// Sends an idempotency key with each request that a server must not carry out twice, so that ``RetryMiddleware`` may repeat it.
    ///
    /// Without a `header`, only operations get a key whose document declares the header `Idempotency-Key` or `X-Idempotency-Key`.
    /// List it before `.retries()`.
    public static func idempotencyKeys(header: String? = nil) -> Self { IdempotencyKeyMiddleware(header: header) }
}

/// Sends an idempotency key with each request whose method is not idempotent. All attempts of a call have the same key: the
/// ``ClientCall/id``. A key that the caller has set stays.
public struct IdempotencyKeyMiddleware: ClientMiddleware {
    /// The header fields that are known to contain idempotency keys.
    static let names: Set<String> = ["idempotency-key", "x-idempotency-key"]

    /// The header field for operations whose document declares none; `nil` for none.
    public var header: String?

    /// `header` is the name of a header field.
    public init(header: String? = nil) { self.header = header }

    public func send(
        _ request: TransportRequest, in call: ClientCall, next: Next
    ) async throws -> TransportResponse {
        guard !request.isIdempotent, let name = call.idempotencyHeader ?? header else { return try await next(request) }
        guard let field = HTTPField.Name(name) else { throw InvalidRequest("\"\(name)\" is not a header field") }
        var request = request
        if request.head.headerFields[field] == nil { request.head.headerFields[field] = call.id }
        request.isIdempotent = true
        return try await next(request)
    }
}
