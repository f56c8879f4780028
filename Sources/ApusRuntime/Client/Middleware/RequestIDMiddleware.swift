import HTTPTypes

extension ClientMiddleware where Self == RequestIDMiddleware {
    /// Sends the ``ClientCall/id`` with each request, so that the client's and the server's logs can be compared. All attempts of a
    /// call have the same one.
    public static func requestIDs(header: String = "X-Request-ID") -> Self { RequestIDMiddleware(header: header) }
}

/// Sends the ``ClientCall/id`` in a header field, unless the caller has set that field.
public struct RequestIDMiddleware: ClientMiddleware {
    /// The name of the header field.
    public var header: String

    /// `header` is the name of a header field.
    public init(header: String = "X-Request-ID") { self.header = header }

    public func send(
        _ request: TransportRequest, in call: ClientCall, next: Next
    ) async throws -> TransportResponse {
        guard let field = HTTPField.Name(header) else { throw InvalidRequest("\"\(header)\" is not a header field") }
        var request = request
        if request.head.headerFields[field] == nil { request.head.headerFields[field] = call.id }
        return try await next(request)
    }
}
