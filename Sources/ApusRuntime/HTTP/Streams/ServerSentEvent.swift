/// An event of a `text/event-stream`, whose data is text or, if the document describes it, a JSON value.
public struct ServerSentEvent<Payload: Sendable>: Sendable {
    /// The event's data.
    public var data: Payload
    /// Its type; `nil` means `message`.
    public var event: String?
    /// The ID to resume after, which also applies to later events until another one is given.
    public var id: String?
    /// The time to wait before reconnecting, with millisecond precision.
    public var retry: Duration?

    /// An event with data and, optionally, other fields.
    public init(_ data: Payload, event: String? = nil, id: String? = nil, retry: Duration? = nil) {
        self.data = data
        self.event = event
        self.id = id
        self.retry = retry
    }
}

extension ServerSentEvent: Equatable where Payload: Equatable {}
extension ServerSentEvent: Hashable where Payload: Hashable {}
