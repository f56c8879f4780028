public import HTTPTypes

/// What a handler knows of its request beside the parameters and the body.
public struct OperationContext<Identity: Sendable>: Sendable {
    /// Who calls: what the server's `authenticate` method returned.
    public var identity: Identity
    /// Method, path and header fields as they came.
    public var request: HTTPRequest
    /// The document's path: `/api/conversations/{conversation_id}`.
    public var template: String
    /// The document's `operationId`, where it has one.
    public var operationID: String?

    /// For tests that call a handler directly.
    public init(identity: Identity, request: HTTPRequest, template: String, operationID: String? = nil) {
        self.identity = identity
        self.request = request
        self.template = template
        self.operationID = operationID
    }
}
