/// Streams of items; `nil` means no body.
extension ClientRequest {
    /// An event stream whose data is a JSON value or text.
    public mutating func events<Payload: JSONCodable & Sendable>(
        _ items: ItemStream<ServerSentEvent<Payload>>?, contentType: String = "text/event-stream"
    ) {
        if let items { stream(items.body(.events(ItemCodec())), contentType: contentType) }
    }

    /// An event stream whose items contain the fields of an event.
    public mutating func eventObjects<Item: JSONCodable & Sendable>(
        _ items: ItemStream<Item>?, contentType: String = "text/event-stream"
    ) {
        if let items { stream(items.body(.eventObjects(ItemCodec())), contentType: contentType) }
    }

    /// JSON values, one per line.
    public mutating func jsonLines<Item: JSONCodable & Sendable>(
        _ items: ItemStream<Item>?, contentType: String = "application/jsonl"
    ) {
        if let items { stream(items.body(.jsonLines(ItemCodec())), contentType: contentType) }
    }

    /// JSON values, each preceded by a record separator (RFC 7464).
    public mutating func jsonSequence<Item: JSONCodable & Sendable>(
        _ items: ItemStream<Item>?, contentType: String = "application/json-seq"
    ) {
        if let items { stream(items.body(.jsonSequence(ItemCodec())), contentType: contentType) }
    }
}
