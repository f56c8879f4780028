import HTTPTypes

/// Streams of items, which are sent as they become available.
extension ServerResponse {
    /// An event stream whose data is a JSON value or text.
    public static func events<Payload: JSONCodable & Sendable>(
        _ status: Int, _ items: ItemStream<ServerSentEvent<Payload>>, contentType: String = "text/event-stream"
    ) -> Self {
        Self.items(status, items.body(.events(ItemCodec())), contentType)
    }

    /// An event stream whose items contain the fields of an event.
    public static func eventObjects<Item: JSONCodable & Sendable>(
        _ status: Int, _ items: ItemStream<Item>, contentType: String = "text/event-stream"
    ) -> Self {
        Self.items(status, items.body(.eventObjects(ItemCodec())), contentType)
    }

    /// JSON values, one per line.
    public static func jsonLines<Item: JSONCodable & Sendable>(
        _ status: Int, _ items: ItemStream<Item>, contentType: String = "application/jsonl"
    ) -> Self {
        Self.items(status, items.body(.jsonLines(ItemCodec())), contentType)
    }

    /// JSON values, each preceded by a record separator (RFC 7464).
    public static func jsonSequence<Item: JSONCodable & Sendable>(
        _ status: Int, _ items: ItemStream<Item>, contentType: String = "application/json-seq"
    ) -> Self {
        Self.items(status, items.body(.jsonSequence(ItemCodec())), contentType)
    }

    private static func items(_ status: Int, _ body: HTTPBody, _ contentType: String) -> Self {
        var response = stream(status, body, contentType: contentType)
        // A stream is of no use to a client that receives it late.
        response.headers[.cacheControl] = "no-cache"
        return response
    }
}
