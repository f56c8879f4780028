/// Streams of items, which the handler reads as they arrive. Each item is validated before the handler gets it: an invalid item
/// throws an error from the handler's loop, to which the router responds with 422.
extension ServerInput {
    /// A function that checks an item against its schema and reports violations.
    public typealias ItemCheck = @Sendable (inout Validator) -> Void

    /// An event stream whose data is a JSON value or text.
    public mutating func events<Payload: JSONCodable & Sendable>(
        _ type: ServerSentEvent<Payload>.Type, required: Bool = true, contentType: String = "text/event-stream",
        _ check: ItemCheck? = nil
    ) async -> ItemStream<ServerSentEvent<Payload>>? {
        await items(contentType, required: required, .events(Self.codec(check)))
    }

    /// An event stream whose items contain the fields of an event.
    public mutating func eventObjects<Item: JSONCodable & Sendable>(
        _ type: Item.Type, required: Bool = true, contentType: String = "text/event-stream", _ check: ItemCheck? = nil
    ) async -> ItemStream<Item>? {
        await items(contentType, required: required, .eventObjects(Self.codec(check)))
    }

    /// JSON values, one per line.
    public mutating func jsonLines<Item: JSONCodable & Sendable>(
        _ type: Item.Type, required: Bool = true, contentType: String = "application/jsonl", _ check: ItemCheck? = nil
    ) async -> ItemStream<Item>? {
        await items(contentType, required: required, .jsonLines(Self.codec(check)))
    }

    /// JSON values, each preceded by a record separator (RFC 7464).
    public mutating func jsonSequence<Item: JSONCodable & Sendable>(
        _ type: Item.Type, required: Bool = true, contentType: String = "application/json-seq",
        _ check: ItemCheck? = nil
    ) async -> ItemStream<Item>? {
        await items(contentType, required: required, .jsonSequence(Self.codec(check)))
    }

    private mutating func items<Element>(
        _ contentType: String, required: Bool, _ format: ItemFormat<Element>
    ) async -> ItemStream<Element>? {
        let limit = limits.item
        return await stream(contentType, required: required).map { body in
            ItemStream(body, limit: limit, format: format)
        }
    }

    private static func codec<Item: JSONDecodable & Sendable>(_ check: ItemCheck?) -> ItemCodec<Item> {
        ItemCodec(
            demands: ItemCodec.Demands { document in
                if let check { return Validator.validate(document.root, check) }
                return (Item.self as? any Validated.Type).map { Validator.validate($0, document) }
            } rejection: { issues in
                InputRejection(refusal: nil, issues: issues.map { LocatedIssue($0, in: .body) })
            })
    }
}
