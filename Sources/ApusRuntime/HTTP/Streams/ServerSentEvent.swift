/// An event of a `text/event-stream`, whose data is text or, where its document describes it, a value in JSON.
public struct ServerSentEvent<Payload: Sendable>: Sendable {
    /// What it says.
    public var data: Payload
    /// Its type; `nil` means `message`.
    public var event: String?
    /// The id to resume after, which holds for later events too until another is given.
    public var id: String?
    /// How long to wait before connecting again, to the millisecond.
    public var retry: Duration?

    /// An event of data alone, or with what else it says.
    public init(_ data: Payload, event: String? = nil, id: String? = nil, retry: Duration? = nil) {
        self.data = data
        self.event = event
        self.id = id
        self.retry = retry
    }
}

extension ServerSentEvent: Equatable where Payload: Equatable {}
extension ServerSentEvent: Hashable where Payload: Hashable {}
