/// Streams of items, as a client reads them.
extension ResponseContent {
    /// An event stream, whose data is a value in JSON or text.
    public func events<Payload: JSONCodable & Sendable>() -> ItemStream<ServerSentEvent<Payload>> {
        ItemStream(stream(), limit: itemLimit, format: .events(ItemCodec(isValidated: isValidated)))
    }

    /// An event stream whose items hold the fields of an event.
    public func eventObjects<Item: JSONCodable & Sendable>() -> ItemStream<Item> {
        ItemStream(stream(), limit: itemLimit, format: .eventObjects(ItemCodec(isValidated: isValidated)))
    }

    /// Values in JSON, each on a line.
    public func jsonLines<Item: JSONCodable & Sendable>() -> ItemStream<Item> {
        ItemStream(stream(), limit: itemLimit, format: .jsonLines(ItemCodec(isValidated: isValidated)))
    }

    /// Values in JSON behind record separators (RFC 7464).
    public func jsonSequence<Item: JSONCodable & Sendable>() -> ItemStream<Item> {
        ItemStream(stream(), limit: itemLimit, format: .jsonSequence(ItemCodec(isValidated: isValidated)))
    }
}
