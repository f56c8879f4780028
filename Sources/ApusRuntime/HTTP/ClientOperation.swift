public import HTTPTypes

/// The operation that a request, a response or an error belongs to, as the document describes it.
///
///     log("\(operation.id) failed")                  // updateConversation
///     metrics.time("\(operation)")                   // PATCH /api/conversations/{conversation_id}
///
/// It contains no values of parameters, so that it can be written to logs and used as the label of a metric.
public struct ClientOperation: Sendable, Hashable {
    /// The name of the client's method, which comes from the document's `operationId`: `updateConversation`.
    public var id: String { String(function.prefix { $0 != "(" }) }
    /// The method of its requests.
    public let method: HTTPRequest.Method
    /// The path with its variables: `/api/conversations/{conversation_id}`.
    public let template: String
    /// Its tags, in the order of the document.
    public let tags: [String]
    /// `updateConversation(conversationID:body:)`
    private let function: String

    /// `id` is the name of the method that calls it; the labels of its arguments are left out.
    public init(
        _ method: HTTPRequest.Method, _ template: String, tags: [String] = [], id: String = #function
    ) {
        self.method = method
        self.template = template
        self.tags = tags
        function = id
    }

    /// For responses that do not come from a client.
    static let unknown = ClientOperation(.get, "", id: "")
}

extension ClientOperation: CustomStringConvertible {
    /// `PATCH /api/conversations/{conversation_id}`
    public var description: String { "\(method) \(template)" }
}
