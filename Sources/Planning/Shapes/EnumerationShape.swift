import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// The values that a schema lists, all of one kind: strings, integers or numbers.
struct EnumerationShape {
    struct Value {
        var node: Node
        /// The name of the value in the document, if that is not the value itself.
        var name: String?
        var description: String?
    }

    var raw: Enumeration.RawValue
    var values: [Value]
    /// Whether the document states that this enumeration has no other values.
    var isClosed = false
    /// Whether any other string is a value too.
    var isOpen = false
    /// The type's name according to `x-ms-enum`.
    var name: String?

    /// `nil` if the values are not of one kind.
    init?(_ values: [Value], declared types: [SchemaType]?) {
        var seen: Set<Node> = []
        let values = values.filter { seen.insert($0.node).inserted }
        if values.isEmpty { return nil }
        self.values = values
        if values.allSatisfy({ $0.node.string != nil }) {
            raw = .string
        } else if values.allSatisfy({ $0.node.integer != nil }), types?.contains(.number) != true {
            raw = .integer
        } else if values.allSatisfy({ $0.node.number?.isExact == true }) {
            raw = .number
        } else {
            return nil
        }
    }

    /// `enum`, with what extensions say about each value; if the values are of several types, those of one type.
    static func listed(by schema: Schema, as type: SchemaType? = nil) -> (shape: Self, isNullable: Bool)? {
        guard let nodes = schema.enumeration else { return nil }
        let names = EnumerationNames(schema)
        var values: [Value] = []
        for (index, node) in nodes.enumerated() where !node.isNull && (type.map(node.isOf) ?? true) {
            values.append(names.value(node, at: index))
        }
        guard var shape = Self(values, declared: type.map { [$0] } ?? schema.types) else { return nil }
        shape.isClosed = names.isClosed
        shape.name = names.typeName
        return (shape, nodes.contains(where: \.isNull))
    }

    /// `oneOf: [{const: 1, title: low}, {const: 2, title: high}]`, and alternatives that are enumerations themselves. If any other
    /// string is allowed as well, `anyOf: [{enum: [red, blue]}, {type: string}]`, the enumeration is open.
    static func listed(
        by members: [Schema], of schema: Schema, in document: Document
    ) -> (shape: Self, isNullable: Bool)? {
        guard members.count > 1 else { return nil }
        var values: [Value] = []
        var isNullable = false
        var isOpen = false
        for member in members {
            let target = document.target(of: member)
            if target.isPlainString {
                isOpen = true
                isNullable = isNullable || target.types?.contains(.null) == true
                continue
            }
            guard target.properties.isEmpty, target.allOf.isEmpty else { return nil }
            if let constant = target.onlyValue, !constant.isNull {
                let name = target.title ?? EnumerationNames(target).value(constant, at: 0).name
                values.append(Value(node: constant, name: name, description: target.description))
            } else if let (listed, listsNull) = Self.listed(by: target) {
                values += listed.values
                isNullable = isNullable || listsNull
            } else {
                return nil
            }
        }
        let types = schema.types ?? document.target(of: members[0]).types
        guard var shape = Self(values, declared: types), !isOpen || shape.raw == .string else { return nil }
        shape.isOpen = isOpen
        return (shape, isNullable)
    }
}

/// What `x-enum-varnames` and similar extensions say about the values of an `enum`.
private struct EnumerationNames {
    private var names: [String?] = []
    private var descriptions: [String?] = []
    private var described: [String: String] = [:]
    private var byValue: [Node: (name: String?, description: String?)] = [:]
    var isClosed = false
    var typeName: String?

    init(_ schema: Schema) {
        let count = schema.enumeration?.count
        for entry in schema.extensions {
            let value = entry.value
            let texts = value.sequence.flatMap { $0.count == count ? $0.map(\.string) : nil } ?? []
            switch entry.key {
            case "x-enum-varnames", "x-enumNames", "x-enum-names": names = texts
            case "x-enum-descriptions", "x-enumDescriptions", "x-enum-description":
                descriptions = texts
                for item in value.mapping?.entries ?? [] { described[item.key] = item.value.string }
            case "x-ms-enum": readAzure(value)
            default: break
            }
        }
    }

    /// `x-ms-enum: {name: Level, modelAsString: false, values: [{value: 1, name: low, description: ...}]}`
    private mutating func readAzure(_ node: Node) {
        guard let fields = node.mapping else { return }
        typeName = fields["name"]?.string
        isClosed = fields["modelAsString"]?.bool == false
        for value in fields["values"]?.sequence ?? [] {
            guard let item = value.mapping, let listed = item["value"] else { continue }
            byValue[listed] = (item["name"]?.string, item["description"]?.string)
        }
    }

    func value(_ node: Node, at index: Int) -> EnumerationShape.Value {
        let known = byValue[node]
        let name = known?.name ?? (names.isEmpty ? nil : names[index])
        let text = node.string ?? node.number?.text ?? ""
        let description = known?.description ?? (descriptions.isEmpty ? described[text] : descriptions[index])
        return EnumerationShape.Value(node: node, name: name, description: description)
    }
}

extension Schema {
    /// Whether the values are strings without a format that has a type of its own.
    var isPlainString: Bool {
        guard let types, types.contains(.string), types.allSatisfy({ $0 == .string || $0 == .null }) else {
            return false
        }
        return enumeration == nil && constant == nil && allOf.isEmpty && anyOf.isEmpty && oneOf.isEmpty
            && contentEncoding == nil && format.flatMap { Formats.strings[$0] } == nil
    }
}

extension NumberText {
    /// Whether the nearest `Double` represents the same number.
    fileprivate var isExact: Bool {
        guard isFinite, double.isFinite else { return false }
        return NumberText(String(double)) == self
    }
}
