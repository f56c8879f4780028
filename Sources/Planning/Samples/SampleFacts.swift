import ApusOpenAPI
import ApusYAML

/// What several schemas together say about one value, with one alternative chosen where there are several.
struct SampleFacts {
    /// The values by which discriminators choose schemas.
    let discriminators: [ObjectIdentifier: [String: String]]
    /// The examples of schemas that requests give.
    let examples: [ObjectIdentifier: [Node]]
    /// The schemas that have been gathered.
    var schemas: [Schema] = []
    var types: [SchemaType]?
    /// Values that the document gives: constants and examples, defaults, listed values.
    var given: [Node] = []
    /// The samples of the declarations of chosen alternatives.
    var shared: [Node] = []
    var isListed = false

    var formats: [String] = []
    /// The schemas of the JSON that strings contain.
    var contents: [Schema?] = []
    var patterns: [String] = []
    var minLength = 0
    var bounds: [NumberAssertions] = []

    var properties: [(key: String, schemas: [Schema])] = []
    var required: [String] = []
    /// The properties by which a union identifies its member.
    var discriminated: [String: String] = [:]
    var keyPatterns: [(pattern: String, schema: Schema)] = []
    var additional: [Schema] = []
    var keys: [Schema] = []
    var minProperties = 0

    var prefix: [[Schema]] = []
    var items: [Schema] = []
    var contained: [Schema] = []
    var minItems = 0

    init(discriminators: [ObjectIdentifier: [String: String]], examples: [ObjectIdentifier: [Node]]) {
        self.discriminators = discriminators
        self.examples = examples
    }

    private var added: Set<ObjectIdentifier> = []

    /// Choices that are still open, each with several possible ways.
    var choices: [[Way]] = []

    struct Way {
        var schemas: [Schema] = []
        var discriminated: (key: String, value: String)?
    }

    mutating func add(_ schema: Schema, in document: Document, depth: Int = 0) {
        guard depth < 64, schema.boolean == nil, added.insert(ObjectIdentifier(schema)).inserted else { return }
        schemas.append(schema)
        for reference in [schema.reference, schema.dynamicReference].compactMap({ $0 }) {
            if let target = document.schema(at: reference) { add(target, in: document, depth: depth + 1) }
        }
        discriminated.merge(discriminators[ObjectIdentifier(schema), default: [:]]) { first, _ in first }
        addValues(schema)
        addObject(schema)
        addArray(schema)
        for member in schema.allOf { add(member, in: document, depth: depth + 1) }
        addChoices(schema, in: document)
    }

    private mutating func addValues(_ schema: Schema) {
        if let own = schema.types { types = types.map { Self.common($0, own) } ?? own }
        given += [schema.constant].compactMap { $0 } + schema.examples
        given += examples[ObjectIdentifier(schema), default: []]
        // An empty default says little about typical values.
        if let value = schema.default, !value.isNull, value.size > 1 || value.string != "" { given.append(value) }
        if let values = schema.enumeration {
            given += values
            isListed = true
        }
        isListed = isListed || schema.constant != nil
        if schema.contentEncoding == nil, schema.contentMediaType.map(MediaTypeChoice.isJSON) == true {
            contents.append(schema.contentSchema)
        }
        if let format = schema.contentEncoding == "base64" ? "byte" : schema.format { formats.append(format) }
        if let pattern = schema.strings.pattern { patterns.append(pattern.value) }
        minLength = max(minLength, schema.strings.minLength ?? 0)
        if !schema.numbers.isEmpty { bounds.append(schema.numbers) }
    }

    private static func common(_ types: [SchemaType], _ others: [SchemaType]) -> [SchemaType] {
        types.compactMap { type in
            if others.contains(type) || type == .integer && others.contains(.number) { return type }
            return type == .number && others.contains(.integer) ? .integer : nil
        }
    }

    private mutating func addObject(_ schema: Schema) {
        for entry in schema.properties { addProperty(entry.key, entry.value) }
        for key in schema.required.map(\.value) where !required.contains(key) { required.append(key) }
        keyPatterns += schema.patternProperties.map { ($0.key, $0.value) }
        additional += [schema.additionalProperties, schema.unevaluatedProperties].compactMap { $0 }
        if let names = schema.propertyNames { keys.append(names) }
        minProperties = max(minProperties, schema.objects.minProperties ?? 0)
    }

    private mutating func addProperty(_ key: String, _ schema: Schema) {
        if let index = properties.firstIndex(where: { $0.key == key }) {
            properties[index].schemas.append(schema)
        } else {
            properties.append((key, [schema]))
        }
    }

    private mutating func addArray(_ schema: Schema) {
        for (index, member) in schema.prefixItems.enumerated() {
            if index < prefix.count { prefix[index].append(member) } else { prefix.append([member]) }
        }
        items += [schema.items, schema.unevaluatedItems].compactMap { $0 }
        if let member = schema.contains {
            contained += Array(repeating: member, count: min(schema.minContains ?? 1, 99))
        }
        minItems = max(minItems, schema.arrays.minItems ?? 0)
    }

    private mutating func addChoices(_ schema: Schema, in document: Document) {
        for members in [schema.oneOf, schema.anyOf] where !members.isEmpty {
            let values = members.filter { !Nullability.isNull($0, in: document) }
            choices.append(
                values.map { member in
                    let value = Discriminators.value(of: schema, for: member, in: document)
                    return Way(schemas: [member], discriminated: value)
                }
            )
        }
        if let condition = schema.if {
            let then = [condition] + [schema.then].compactMap { $0 }
            choices.append([Way(schemas: then), Way(schemas: [schema.else].compactMap { $0 })])
        }
        for entry in schema.dependentSchemas { choices.append([Way(schemas: [entry.value]), Way()]) }
    }
}
