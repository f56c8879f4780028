extension EventStreamParser: ItemParser {
    mutating func parse(_ chunk: [UInt8]?) -> [ServerSentEvent<String>] { chunk.map { parse($0) } ?? [] }
}

extension ItemFormat {
    /// Events whose data is a JSON value, or text if `Payload` is `String`.
    ///
    /// `[DONE]` where JSON is expected ends the stream: OpenAI's API, and those modeled on it, end with it.
    static func events<Payload: JSONCodable>(_ codec: ItemCodec<Payload>) -> Self
    where Element == ServerSentEvent<Payload> {
        Self(
            EventStreamParser.self,
            decode: { event, index in
                if let text = event.data as? Payload { return event.with(text) }
                if event.data == "[DONE]" { return nil }
                return event.with(try codec.value(Array(event.data.utf8), index: index))
            },
            write: { event in
                let text = try event.data as? String ?? event.data.jsonText()
                return try EventStreamWriter.bytes(event.with(text))
            }
        )
    }
}

extension ItemFormat where Element: JSONCodable {
    /// Events as JSON objects of their fields, for schemas that describe `event` and `data` together:
    /// `{"event":"created","data":{"id":1}}`.
    static func eventObjects(_ codec: ItemCodec<Element>) -> Self {
        Self(
            EventStreamParser.self,
            decode: { event, index in
                do { return try codec.value(EventObject.json(event, asText: false), index: index) } catch {
                    // `data: 12` is a number or a string, depending on the schema.
                    let text = try? codec.value(EventObject.json(event, asText: true), index: index)
                    guard let text else { throw error }
                    return text
                }
            },
            write: { try EventStreamWriter.bytes(try EventObject.event(try $0.jsonBytes())) }
        )
    }
}

/// An event as the JSON object that a schema describes.
enum EventObject {
    /// The data is written as a value if it is JSON and `asText` is false.
    static func json(_ event: ServerSentEvent<String>, asText: Bool) throws -> [UInt8] {
        let document = asText ? nil : try? JSONDocument(event.data)
        var writer = JSONWriter()
        writer.object { object in
            object.write("event", event.event)
            object.write("id", event.id)
            object.write("retry", event.retry.map { $0.milliseconds })
            if let document { object.write("data", document.root) } else { object.write("data", event.data) }
        }
        return try writer.finish()
    }

    static func event(_ json: [UInt8]) throws -> ServerSentEvent<String> {
        let root = try JSONDocument(json).root
        let data = root["data"]
        return ServerSentEvent(
            data.flatMap { $0.string ?? $0.text } ?? "",
            event: root["event"]?.string,
            id: root["id"]?.string,
            retry: root["retry"]?.numberText.flatMap { Int64($0) }.map { .milliseconds($0) }
        )
    }
}

extension ServerSentEvent {
    /// The same event with other data.
    func with<Other>(_ data: Other) -> ServerSentEvent<Other> {
        ServerSentEvent<Other>(data, event: event, id: id, retry: retry)
    }
}

extension Duration {
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds &* 1_000 &+ attoseconds / 1_000_000_000_000_000
    }
}
