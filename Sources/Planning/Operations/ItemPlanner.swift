import ApusDiagnostics
import ApusOpenAPI

/// The types of the items of event streams and JSON Lines.
///
/// OpenAPI 3.2 describes one item with `itemSchema`; older documents describe it with `schema`, or the whole stream with an array.
struct ItemPlanner {
    let schemas: SchemaPlanner

    struct Items {
        var format: ItemFormat
        /// `ItemStream<ServerSentEvent<Update>>`
        var type: TypeReference
        /// The schema that validates the JSON of an item.
        var schema: Schema?
    }

    func items(of media: MediaType, format: ItemFormat, naming: Naming) -> Items {
        let schema = media.itemSchema ?? media.schema.map { self.schemas.document.target(of: $0) }.flatMap(item)
        switch format {
        case .jsonLines, .jsonSequence, .eventObjects: return values(schema, format, naming)
        case .events: return events(schema, naming)
        }
    }

    /// The schema of an array's items, or the schema itself if it is not an array.
    private func item(_ schema: Schema) -> Schema {
        schema.types == [.array] ? schema.items ?? schema : schema
    }

    private func values(_ schema: Schema?, _ format: ItemFormat, _ naming: Naming) -> Items {
        let type = schema.map { schemas.type(of: $0, naming: naming).optionalType } ?? .builtin(.json)
        return Items(format: format, type: .generic(.itemStream, type), schema: schema)
    }

    private func events(_ schema: Schema?, _ naming: Naming) -> Items {
        guard let schema, !isText(schema) else { return event(data: nil) }
        let target = schemas.document.target(of: schema)
        if let data = data(of: target) { return describedEvent(data, naming) }
        let members = target.oneOf + target.anyOf
        if !members.isEmpty, members.allSatisfy(isEvent) { return values(schema, .eventObjects, naming) }
        return event(data: schema, naming)
    }

    private func event(data: Schema?, _ naming: Naming? = nil) -> Items {
        var type = TypeReference.builtin(.string)
        if let data, let naming { type = schemas.type(of: data, naming: naming).optionalType }
        return Items(format: .events, type: .generic(.itemStream, .generic(.event, type)), schema: data)
    }

    /// `data` in an object with the fields of an event: a string, which may be declared to contain JSON, or a value.
    private func describedEvent(_ data: Schema, _ naming: Naming) -> Items {
        let target = schemas.document.target(of: data)
        guard isText(target) else { return event(data: data, naming) }
        if let content = target.contentSchema { return event(data: content, naming) }
        guard target.contentMediaType.map(MediaTypeChoice.isJSON) == true else { return event(data: nil) }
        return Items(
            format: .events, type: .generic(.itemStream, .generic(.event, .builtin(.json))), schema: nil
        )
    }

    private func isText(_ schema: Schema) -> Bool {
        schemas.document.target(of: schema).types == [.string]
    }

    private static let fields: Set<String> = ["event", "data", "id", "retry"]

    private func data(of schema: Schema) -> Schema? {
        guard schema.oneOf.isEmpty, schema.anyOf.isEmpty, schema.allOf.isEmpty else { return nil }
        return schema.properties.keys.allSatisfy(Self.fields.contains) ? schema.properties["data"] : nil
    }

    /// Whether a member of a union describes events: with `event` and `data`, or as a union of such members.
    private func isEvent(_ schema: Schema) -> Bool {
        isEvent(schema, depth: 0)
    }

    private func isEvent(_ schema: Schema, depth: Int) -> Bool {
        let target = schemas.document.target(of: schema)
        let members = target.oneOf + target.anyOf
        if !members.isEmpty { return depth < 8 && members.allSatisfy { isEvent($0, depth: depth + 1) } }
        return data(of: target) != nil && target.properties["event"] != nil
    }
}
