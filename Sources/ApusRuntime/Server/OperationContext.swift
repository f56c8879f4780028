public import HTTPTypes

/// The information about a request that a handler gets in addition to the parameters and the body.
public struct OperationContext<Identity: Sendable>: Sendable {
    /// The caller: what the server's `authenticate` method returned.
    public var identity: Identity
    /// The method, path and header fields as received.
    public var request: HTTPRequest
    /// The document's path: `/api/conversations/{conversation_id}`.
    public var template: String
    /// The document's `operationId`, if there is one.
    public var operationID: String?

    /// Whether the caller accepts a response of the media type; a caller that does not say what it accepts accepts any.
    public func accepts(_ mediaType: String) -> Bool {
        guard let field = request.headerFields.value(.accept), let type = MediaType(mediaType) else { return true }
        let ranges = field[...].split(on: ",").compactMap { MediaType(String($0)) }
        // The most specific range that matches the type counts.
        let matching = ranges.filter { type.matches($0) }
        let breadth = { (range: MediaType) in [range.type, range.subtype].count { $0 == "*" } }
        return matching.min { breadth($0) < breadth($1) }.map { Double($0["q"] ?? "1") != 0 } ?? false
    }

    /// For tests that call a handler directly.
    public init(identity: Identity, request: HTTPRequest, template: String, operationID: String? = nil) {
        self.identity = identity
        self.request = request
        self.template = template
        self.operationID = operationID
    }
}
