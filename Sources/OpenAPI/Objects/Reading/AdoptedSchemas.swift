import ApusDiagnostics
import ApusYAML

/// Schemas of other files become components of the document, so that they have names wherever they are:
///
///     components.schemas.Pet: {$ref: parts/pet.yaml}   -> Pet, which is then the schema itself
///     $ref: 'parts/common.yaml#/definitions/Money'     -> Money
///     $ref: parts/line-item.yaml                       -> line-item
///
/// If two would have the same name, both names include that of the file: `order_Item`, `invoice_Item`.
extension ReferenceResolver {
    func adoptSchemas(beside components: OrderedMap<Schema>, in context: ReadingContext) -> OrderedMap<Schema> {
        let isAlone = context.allSchemas.allSatisfy { resources.isInDocument($0.location) }
        let own = components.map { entry in
            let schema = isAlone ? entry.value : claimed(entry.value, by: entry.key)
            return OrderedMap.Entry(key: entry.key, location: entry.location, value: schema)
        }
        for entry in own where table.names[ObjectIdentifier(entry.value)] == nil {
            table.names[ObjectIdentifier(entry.value)] = entry.key
        }
        if isAlone { return components }
        var known = Set(own.map { ObjectIdentifier($0.value) })
        var adopted: [AdoptedSchema] = []
        for schema in context.allSchemas where !resources.isInDocument(schema.location) && !schema.isBareReference {
            guard known.insert(ObjectIdentifier(schema)).inserted,
                let pointer = table.pointers[ObjectIdentifier(schema)],
                let candidate = AdoptedSchema(schema, uri: pointer)
            else { continue }
            adopted.append(candidate)
        }
        AdoptedSchema.tellApart(&adopted, from: own.map(\.key))
        for candidate in adopted {
            table.names[ObjectIdentifier(candidate.schema)] = candidate.shortName
            guard candidate.length > 1 else { continue }
            let message = "several schemas would be named '\(candidate.shortName)'; this one is '\(candidate.name)'"
            context.report(.nameCollision, message, at: candidate.schema.location)
        }
        return OrderedMap(own + adopted.map { .init(key: $0.name, location: $0.schema.location, value: $0.schema) })
    }

    /// The schema for a component that only refers to another file: the schema there, unless it already belongs to another
    /// component.
    private func claimed(_ component: Schema, by key: String) -> Schema {
        var target = component
        var seen: Set<ObjectIdentifier> = []
        while target.isBareReference, let reference = target.reference, let next = table.schemas[reference.key],
            seen.count < Self.chainLimit, seen.insert(ObjectIdentifier(target)).inserted
        {
            target = next
        }
        let identity = ObjectIdentifier(target)
        guard !resources.isInDocument(target.location), !target.isBareReference, table.claimed.insert(identity).inserted
        else { return component }
        let pointer = Self.pointer(Schema.section, key)
        table.schemas[ByteExact(pointer)] = target
        table.pointers[identity] = pointer
        return target
    }
}

/// A schema of another file, and the parts of its URI from which its name is made.
private struct AdoptedSchema {
    let schema: Schema
    /// Beginning with the last one: `Money`, `common`, `parts` for `parts/common.yaml#/definitions/Money`.
    private let parts: [String]
    /// The number of parts in the name.
    private(set) var length = 1

    var shortName: String { parts[0] }
    var name: String { parts.prefix(length).reversed().joined(separator: "_") }

    /// `nil` for a schema that has no name of its own, only a place: `...#/properties/a/items`.
    init?(_ schema: Schema, uri: String) {
        let uri = URIReference(uri)
        var parts = uri.path.percentDecoded?.split(separator: "/").map(String.init) ?? []
        if let file = parts.popLast() { parts.append(Self.stem(file)) }
        if parts.count > 1, ["index", "_index"].contains(parts[parts.count - 1]) { parts.removeLast() }
        if let fragment = uri.fragment, !fragment.isEmpty {
            // A fragment that is not a pointer is an anchor, which is a name.
            let tokens = JSONPointer(fragment: fragment)?.tokens ?? [fragment]
            if let token = tokens.last, Self.places.contains(token) || Int(token) != nil { return nil }
            parts += tokens.dropLast().filter { !Self.sections.contains($0) && Int($0) == nil }
            parts += tokens.suffix(1)
        }
        guard parts.last?.isEmpty == false else { return nil }
        self.schema = schema
        // If all parts are not enough, `File` is added.
        self.parts = parts.reversed().filter { $0 != ".." } + ["File"]
    }

    /// Keys that say nothing about the schemas in them.
    private static let sections: Set<String> = ["components", "schemas", "definitions", "$defs", "properties"]

    /// Keywords that contain one schema.
    private static let places: Set<String> = [
        "schema", "items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "not", "if", "then",
        "else", "contains", "propertyNames", "contentSchema", "itemSchema", "",
    ]

    /// `pet` for `pet.schema.json`
    private static func stem(_ file: String) -> String {
        var stem = Substring(file)
        for ending in [".yaml", ".yml", ".json", ".schema"] where stem.hasSuffix(ending) && stem.count > ending.count {
            stem = stem.dropLast(ending.count)
        }
        return String(stem)
    }

    /// Schemas with the same name take one more part each, until their names differ or there are no more parts.
    static func tellApart(_ schemas: inout [AdoptedSchema], from names: [String]) {
        let taken = Set(names.map(folded))
        while true {
            let groups = Dictionary(grouping: schemas.indices) { folded(schemas[$0].name) }
            let clashing = groups.filter { $0.value.count > 1 || taken.contains($0.key) }.flatMap(\.value)
                .filter { schemas[$0].length < schemas[$0].parts.count }
            if clashing.isEmpty { return }
            for index in clashing { schemas[index].length += 1 }
        }
    }

    /// Names that differ only in case and punctuation are the same in Swift.
    private static func folded(_ name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}

extension Schema {
    fileprivate var isBareReference: Bool { reference != nil && source.fields.count == 1 }
}
