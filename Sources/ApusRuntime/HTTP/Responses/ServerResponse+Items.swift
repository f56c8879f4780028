import HTTPTypes

/// Streams of items, which are sent as they come.
extension ServerResponse {
    /// An event stream, whose data is a value in JSON or text.
    public static func events<Payload: JSONCodable & Sendable>(
        _ status: Int, _ items: ItemStream<ServerSentEvent<Payload>>, contentType: String = "text/event-stream"
    ) -> Self {
        Self.items(status, items.body(.events(ItemCodec())), contentType)
    }

    /// An event stream whose items hold the fields of an event.
    public static func eventObjects<Item: JSONCodable & Sendable>(
        _ status: Int, _ items: ItemStream<Item>, contentType: String = "text/event-stream"
    ) -> Self {
        Self.items(status, items.body(.eventObjects(ItemCodec())), contentType)
    }

    /// Values in JSON, each on a line.
    public static func jsonLines<Item: JSONCodable & Sendable>(
        _ status: Int, _ items: ItemStream<Item>, contentType: String = "application/jsonl"
    ) -> Self {
        Self.items(status, items.body(.jsonLines(ItemCodec())), contentType)
    }

    /// Values in JSON behind record separators (RFC 7464).
    public static func jsonSequence<Item: JSONCodable & Sendable>(
        _ status: Int, _ items: ItemStream<Item>, contentType: String = "application/json-seq"
    ) -> Self {
        Self.items(status, items.body(.jsonSequence(ItemCodec())), contentType)
    }

    private static func items(_ status: Int, _ body: HTTPBody, _ contentType: String) -> Self {
        var response = stream(status, body, contentType: contentType)
        // What comes bit by bit is of no use to whom it comes late.
        response.headers[.cacheControl] = "no-cache"
        return response
    }
}
