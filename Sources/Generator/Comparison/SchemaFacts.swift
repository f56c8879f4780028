import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// What a schema says about values at one level, with references followed and `allOf` merged.
struct SchemaFacts {
    struct Named {
        var name: String
        var schema: Schema
        /// Whether the schema is one of `patternProperties`.
        var isPattern = false
    }

    /// Keywords whose schemas are only compared as they are written.
    enum Keyword: String, CaseIterable {
        case not
        case condition = "if"
    }

    /// The component's name, if the schema is a component.
    private(set) var name: String?
    /// Empty means any type.
    private(set) var types: Set<SchemaType> = []
    /// `enum` and `const`, as in the document.
    private(set) var values: [String]?
    /// Whether `values` comes from `const`.
    private(set) var isConstant = false
    private(set) var standard: Node?
    private(set) var format: String?
    private(set) var pattern: String?
    private(set) var bounds: [Bound: NumberText] = [:]
    private(set) var multipleOf: NumberText?
    private(set) var uniqueItems = false
    /// `dependentRequired`: the members that are required beside another one.
    private(set) var dependents: [String: Set<String>] = [:]
    /// The schemas that apply to a part of a value, named by their keyword: `` `propertyNames` ``.
    private(set) var subschemas: [Named] = []
    private(set) var texts: [Keyword: Set<Node>] = [:]
    private(set) var properties: [Named] = []
    private(set) var required: Set<String> = []
    private(set) var isClosed = false
    private(set) var items: Schema?
    private(set) var additional: Schema?
    /// The members of `oneOf` and `anyOf` without null, named by component, title or position.
    private(set) var members: [Named] = []

    init(_ schema: Schema, in document: Document) {
        var seen: Set<ObjectIdentifier> = []
        add(schema, in: document, &seen)
        if schema.reference != nil, schema.allOf.isEmpty, schema.properties.isEmpty {
            name = schema.reference.flatMap { document.schema(at: $0) }.flatMap { Self.componentName($0, in: document) }
        } else {
            name = Self.componentName(schema, in: document)
        }
    }

    func allows(_ type: SchemaType) -> Bool {
        types.isEmpty || types.contains(type) || (type == .integer && types.contains(.number))
    }

    var typeText: String {
        types.isEmpty ? "any value" : types.map { "`\($0.rawValue)`" }.sorted().joined(separator: " or ")
    }

    private static func componentName(_ schema: Schema, in document: Document) -> String? {
        document.pointer(of: schema)?.split(separator: "/").last.map(String.init)
    }

    private mutating func add(_ schema: Schema, in document: Document, _ seen: inout Set<ObjectIdentifier>) {
        guard seen.insert(ObjectIdentifier(schema)).inserted else { return }
        if let target = schema.reference.flatMap({ document.schema(at: $0) }) { add(target, in: document, &seen) }
        for part in schema.allOf { add(part, in: document, &seen) }
        let alternatives = schema.oneOf + schema.anyOf
        let others = alternatives.filter { !$0.isNull }
        if let only = others.first, others.count == 1 {
            add(only, in: document, &seen)
            if alternatives.count > 1 { types.insert(.null) }
        } else {
            members += others.enumerated().map { index, member in
                let target = member.reference.flatMap { document.schema(at: $0) } ?? member
                let name = Self.componentName(target, in: document) ?? member.title ?? "member \(index + 1)"
                return Named(name: name, schema: member)
            }
        }
        addOwn(schema)
    }

    private mutating func addOwn(_ schema: Schema) {
        types.formUnion(schema.types ?? [])
        if let constant = schema.constant { values = [constant.text] }
        if let enumeration = schema.enumeration { values = enumeration.map(\.text) }
        isConstant = schema.constant != nil || isConstant && schema.enumeration == nil
        standard = schema.default ?? standard
        format = schema.format ?? format
        pattern = schema.strings.pattern?.value ?? pattern
        items = schema.items ?? items
        bounds.merge(schema.bounds) { $1 }
        multipleOf = schema.numbers.multipleOf ?? multipleOf
        uniqueItems = uniqueItems || schema.arrays.uniqueItems
        for entry in schema.dependentRequired {
            dependents[entry.key, default: []].formUnion(entry.value.map(\.value))
        }
        addSubschemas(schema)
        for entry in schema.properties {
            properties.removeAll { $0.name == entry.key }
            properties.append(Named(name: entry.key, schema: entry.value))
        }
        required.formUnion(schema.required.map(\.value))
        if let additional = schema.additionalProperties {
            if additional.boolean == false { isClosed = true } else { self.additional = additional }
        }
    }
}

extension SchemaFacts {
    var hasContains: Bool { subschemas.contains { $0.name == "`contains`" } }

    private mutating func addSubschemas(_ schema: Schema) {
        var added: [Named] = []
        func add(_ name: String, _ schema: Schema?, isPattern: Bool = false) {
            if let schema { added.append(Named(name: name, schema: schema, isPattern: isPattern)) }
        }
        add("`contains`", schema.contains)
        add("`propertyNames`", schema.propertyNames)
        add("`unevaluatedItems`", schema.unevaluatedItems)
        add("`unevaluatedProperties`", schema.unevaluatedProperties)
        for (index, element) in schema.prefixItems.enumerated() { add("element \(index)", element) }
        for entry in schema.patternProperties { add("members like `\(entry.key)`", entry.value, isPattern: true) }
        for entry in schema.dependentSchemas { add("the schema with `\(entry.key)`", entry.value) }
        subschemas.removeAll { old in added.contains { $0.name == old.name } }
        subschemas += added
        let fields = schema.source.fields
        if let negated = fields["not"] { texts[.not, default: []].insert(negated) }
        let condition = ["if", "then", "else"].map { fields[$0] ?? Node(.null, at: .unknown) }
        if fields["if"] != nil { texts[.condition, default: []].insert(Node(.sequence(condition), at: .unknown)) }
    }
}

extension Schema {
    fileprivate var isNull: Bool { types == [.null] }
}

extension Node {
    /// A value of an `enum` as a message shows it.
    fileprivate var text: String {
        switch value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let number): number.text
        case .string(let text): "\"\(text)\""
        case .sequence: "a list"
        case .mapping: "an object"
        }
    }
}
