/// Streams of items, as a client reads them.
extension ResponseContent {
    /// An event stream whose data is a JSON value or text.
    public func events<Payload: JSONCodable & Sendable>() -> ItemStream<ServerSentEvent<Payload>> {
        ItemStream(stream(), limit: itemLimit, format: .events(ItemCodec(isValidated: isValidated)))
    }

    /// An event stream whose items contain the fields of an event.
    public func eventObjects<Item: JSONCodable & Sendable>() -> ItemStream<Item> {
        ItemStream(stream(), limit: itemLimit, format: .eventObjects(ItemCodec(isValidated: isValidated)))
    }

    /// JSON values, one per line.
    public func jsonLines<Item: JSONCodable & Sendable>() -> ItemStream<Item> {
        ItemStream(stream(), limit: itemLimit, format: .jsonLines(ItemCodec(isValidated: isValidated)))
    }

    /// JSON values, each preceded by a record separator (RFC 7464).
    public func jsonSequence<Item: JSONCodable & Sendable>() -> ItemStream<Item> {
        ItemStream(stream(), limit: itemLimit, format: .jsonSequence(ItemCodec(isValidated: isValidated)))
    }
}
