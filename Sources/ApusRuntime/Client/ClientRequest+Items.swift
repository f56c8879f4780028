/// Streams of items; `nil` is not a body.
extension ClientRequest {
    /// An event stream, whose data is a value in JSON or text.
    public mutating func events<Payload: JSONCodable & Sendable>(
        _ items: ItemStream<ServerSentEvent<Payload>>?, contentType: String = "text/event-stream"
    ) {
        if let items { stream(items.body(.events(ItemCodec())), contentType: contentType) }
    }

    /// An event stream whose items hold the fields of an event.
    public mutating func eventObjects<Item: JSONCodable & Sendable>(
        _ items: ItemStream<Item>?, contentType: String = "text/event-stream"
    ) {
        if let items { stream(items.body(.eventObjects(ItemCodec())), contentType: contentType) }
    }

    /// Values in JSON, each on a line.
    public mutating func jsonLines<Item: JSONCodable & Sendable>(
        _ items: ItemStream<Item>?, contentType: String = "application/jsonl"
    ) {
        if let items { stream(items.body(.jsonLines(ItemCodec())), contentType: contentType) }
    }

    /// Values in JSON behind record separators (RFC 7464).
    public mutating func jsonSequence<Item: JSONCodable & Sendable>(
        _ items: ItemStream<Item>?, contentType: String = "application/json-seq"
    ) {
        if let items { stream(items.body(.jsonSequence(ItemCodec())), contentType: contentType) }
    }
}
