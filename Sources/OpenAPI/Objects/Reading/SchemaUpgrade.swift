import ApusDiagnostics
import ApusYAML

/// Schemas in the form of OpenAPI 3.0 or of older JSON Schema -> JSON Schema 2020-12. Everything about 3.0 is here; forms that are
/// specific to Swagger 2.0 are converted to those of 3.0 first (`Swagger/SwaggerSchema.swift`).
///
///     type: string, nullable: true              -> type: [string, "null"]
///     $ref: X, nullable: true                   -> anyOf: [{$ref: X}, {type: "null"}]
///     minimum: 1, exclusiveMinimum: true        -> exclusiveMinimum: 1
///     example: a                                -> examples: [a]
///     items: [A, B], additionalItems: C         -> prefixItems: [A, B], items: C
///     dependencies: {a: [b], c: C}              -> dependentRequired: {a: [b]}, dependentSchemas: {c: C}
///     $ref: X, type: object, title: T   [3.0]   -> $ref: X, title: T
///
/// Documents of 3.1 and later that use the old form mean the same by it, so they are upgraded too, with a warning. New nodes have
/// the location of the node that they are made from.
struct SchemaUpgrade {
    private var fields: Mapping
    private let context: ReadingContext

    static func upgrade(_ fields: Mapping, in context: ReadingContext) -> Mapping {
        let fields = context.version == .v20 ? SwaggerSchema.upgrade(fields) : fields
        guard fields.entries.contains(where: { concerned.contains($0.key) }) else { return fields }
        var upgrade = SchemaUpgrade(fields: fields, context: context)
        upgrade.dropSiblings()
        upgrade.replaceExclusive("exclusiveMinimum", bound: "minimum")
        upgrade.replaceExclusive("exclusiveMaximum", bound: "maximum")
        upgrade.replaceExample()
        upgrade.replaceTuple()
        upgrade.replaceDependencies()
        upgrade.replaceNullable()
        upgrade.replaceNullMembers()
        return upgrade.fields
    }

    private static let concerned: Set<String> = [
        "$ref", "nullable", "exclusiveMinimum", "exclusiveMaximum", "example", "items",
        "dependencies", "anyOf", "oneOf",
    ]

    /// Keywords that say something about a value without restricting it.
    private static let annotations: Set<String> = [
        "title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "xml",
        "externalDocs", "$comment",
    ]

    static func isAnnotation(_ key: String) -> Bool { annotations.contains(key) || key.hasPrefix("x-") }

    // MARK: Steps

    /// "Any sibling elements of a $ref are ignored" [3.0.4, Reference Object]. Nevertheless, documents describe the property there
    /// and state that it may be null, so such siblings are kept.
    private mutating func dropSiblings() {
        guard context.version <= .v30, let reference = fields["$ref"], reference.string != nil else { return }
        fields = fields.filter { entry in
            if entry.key == "$ref" || entry.key == "nullable" || Self.isAnnotation(entry.key) { return true }
            context.report(.ignoredSibling, "'\(entry.key)' beside '$ref' is ignored", at: entry.keyLocation)
            return false
        }
    }

    private mutating func replaceExclusive(_ keyword: String, bound: String) {
        guard let exclusive = fields.entry(keyword), let isExclusive = exclusive.value.bool else { return }
        reportOutdated(exclusive, "is a number since OpenAPI 3.1")
        fields = fields.filter { $0.key != keyword }
        guard isExclusive, let limit = fields.entry(bound) else { return }
        fields = fields.replacing(bound, with: .init(key: keyword, keyLocation: limit.keyLocation, value: limit.value))
    }

    private mutating func replaceExample() {
        guard let example = fields.entry("example") else { return }
        if fields["examples"] != nil {
            fields = fields.filter { $0.key != "example" }
        } else {
            let list = Node(.sequence([example.value]), at: example.value.location)
            fields = fields.replacing(
                "example",
                with: .init(key: "examples", keyLocation: example.keyLocation, value: list)
            )
        }
    }

    private mutating func replaceTuple() {
        guard let items = fields.entry("items"), items.value.sequence != nil else { return }
        reportOutdated(items, "with a list is 'prefixItems' since OpenAPI 3.1", inAnyVersion: true)
        fields = fields.replacing(
            "items",
            with: .init(key: "prefixItems", keyLocation: items.keyLocation, value: items.value)
        )
        guard let rest = fields.entry("additionalItems") else { return }
        fields = fields.replacing(
            "additionalItems",
            with: .init(key: "items", keyLocation: rest.keyLocation, value: rest.value)
        )
    }

    private mutating func replaceDependencies() {
        guard let entry = fields.entry("dependencies"), let dependencies = entry.value.mapping else { return }
        reportOutdated(entry, "is 'dependentRequired' or 'dependentSchemas' since OpenAPI 3.1", inAnyVersion: true)
        fields = fields.filter { $0.key != "dependencies" }
        let (keys, schemas) = (
            dependencies.filter { $0.value.sequence != nil }, dependencies.filter { $0.value.sequence == nil }
        )
        for (keyword, value) in [("dependentRequired", keys), ("dependentSchemas", schemas)] where !value.isEmpty {
            let value = Node(.mapping(value), at: entry.value.location)
            fields.insert(.init(key: keyword, keyLocation: entry.keyLocation, value: value))
        }
    }

    private mutating func replaceNullable() {
        guard let nullable = fields.entry("nullable"), let isNullable = nullable.value.bool else { return }
        reportOutdated(nullable, "is a type \"null\" since OpenAPI 3.1")
        fields = fields.filter { $0.key != "nullable" }
        guard isNullable else { return }
        let assertions = fields.entries.filter { !Self.isAnnotation($0.key) }
        if assertions.count == 1, let anyOf = assertions[0].value.sequence, assertions[0].key == "anyOf" {
            setAnyOf(anyOf + [Self.null(at: nullable)], at: assertions[0])
        } else if let first = assertions.first(where: { ["$ref", "allOf", "anyOf", "oneOf"].contains($0.key) }) {
            let others = fields.filter { !Self.isAnnotation($0.key) }
            fields = fields.filter { Self.isAnnotation($0.key) }
            setAnyOf([Node(.mapping(others), at: first.value.location), Self.null(at: nullable)], at: first)
        } else {
            addNull(to: "type", Node(.string("null"), at: nullable.value.location))
            addNull(to: "enum", Node(.null, at: nullable.value.location))
        }
    }

    /// A member `{nullable: true}` beside others. Strictly, it allows every value [3.0.4, Schema Object]; schemars writes it for
    /// `null`, for which 3.0 has no type.
    private mutating func replaceNullMembers() {
        guard context.version <= .v30 else { return }
        for keyword in ["anyOf", "oneOf"] {
            guard let entry = fields.entry(keyword), let members = entry.value.sequence, members.count > 1 else {
                continue
            }
            let replaced = members.map { member in
                guard let schema = member.mapping, let nullable = schema.entry("nullable"), nullable.value.bool == true,
                    schema.entries.allSatisfy({ $0.key == "nullable" || Self.isAnnotation($0.key) })
                else { return member }
                return Self.null(at: nullable)
            }
            let value = Node(.sequence(replaced), at: entry.value.location)
            fields = fields.replacing(keyword, with: .init(key: keyword, keyLocation: entry.keyLocation, value: value))
        }
    }

    // MARK: Parts

    private mutating func setAnyOf(_ members: [Node], at entry: Mapping.Entry) {
        let list = Node(.sequence(members), at: entry.value.location)
        let anyOf = Mapping.Entry(key: "anyOf", keyLocation: entry.keyLocation, value: list)
        if fields["anyOf"] == nil { fields.insert(anyOf) } else { fields = fields.replacing("anyOf", with: anyOf) }
    }

    private static func null(at nullable: Mapping.Entry) -> Node {
        var fields = Mapping()
        let type = Node(.string("null"), at: nullable.value.location)
        fields.insert(.init(key: "type", keyLocation: nullable.keyLocation, value: type))
        return Node(.mapping(fields), at: nullable.value.location)
    }

    /// `string` -> `[string, null]`; a list that already contains it is not changed, and neither is an absent one.
    private mutating func addNull(to keyword: String, _ null: Node) {
        guard let entry = fields.entry(keyword) else { return }
        var list = entry.value.sequence ?? [entry.value]
        // An empty `enum` is not checked, and must not become one with only `null`.
        if list.isEmpty { return }
        if !list.contains(null) { list.append(null) }
        let value = Node(.sequence(list), at: entry.value.location)
        fields = fields.replacing(keyword, with: .init(key: keyword, keyLocation: entry.keyLocation, value: value))
    }

    private func reportOutdated(_ entry: Mapping.Entry, _ message: String, inAnyVersion: Bool = false) {
        guard inAnyVersion || context.version > .v30 else { return }
        context.report(.outdatedKeyword, "'\(entry.key)' \(message)", at: entry.keyLocation)
    }
}

extension Mapping {
    func filter(_ isIncluded: (Entry) -> Bool) -> Mapping {
        var mapping = Mapping()
        for entry in entries where isIncluded(entry) { mapping.insert(entry) }
        return mapping
    }

    /// The mapping with another entry in the place of `key`. An entry elsewhere with the new entry's key is removed.
    func replacing(_ key: String, with replacement: Entry) -> Mapping {
        var mapping = Mapping()
        for entry in entries where entry.key == key || entry.key != replacement.key {
            mapping.insert(entry.key == key ? replacement : entry)
        }
        return mapping
    }
}
