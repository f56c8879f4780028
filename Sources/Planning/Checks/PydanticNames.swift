import ApusOpenAPI
import ApusYAML

/// Pydantic's names for the types for which it wrote schemas. The locations in its errors contain the names of a union's members:
/// `["body", "size", "list[int]", 0]`.
struct PydanticNames {
    private let document: Document
    private let named: Set<ObjectIdentifier>

    init(_ document: Document) {
        self.document = document
        named = Set(document.components.schemas.map { ObjectIdentifier($0.value) })
    }

    /// Whether a schema is a class with a name.
    func isNamed(_ schema: Schema) -> Bool { named.contains(ObjectIdentifier(schema)) }

    func name(of schema: Schema) -> String { name(of: schema, depth: 0) }

    private func name(of schema: Schema, depth: Int) -> String {
        // A name this deep is a mistake, or malicious.
        if depth > 16 { return "any" }
        let target = document.target(of: schema)
        if let listed = target.listedValues { return name(listed, of: target) }
        let members = target.anyOf + target.oneOf
        if !members.isEmpty { return union(members, of: target, depth: depth) }
        switch target.types?.first(where: { $0 != .null }) {
        case .null, nil: return target.types == nil ? (isNamed(target) ? className(target) : "any") : "none"
        case .boolean: return "bool"
        case .integer: return isConstrained(target) ? "constrained-int" : "int"
        case .number: return isConstrained(target) ? "constrained-float" : "float"
        case .string: return string(target)
        case .array: return array(target, depth: depth)
        case .object: return object(target, depth: depth)
        }
    }

    private func className(_ schema: Schema) -> String {
        schema.title ?? document.pointer(of: schema)?.split(separator: "/").last.map(String.init) ?? "any"
    }

    /// `literal['a','b']`, or `str-enum[Color]` for a class.
    private func name(_ values: [Node], of schema: Schema) -> String {
        guard isNamed(schema) else { return "literal[\(values.map(\.pythonText).joined(separator: ","))]" }
        let kind = values.allSatisfy { $0.string != nil } ? "str-" : values.allSatisfy(\.isInteger) ? "int-" : ""
        return "\(kind)enum[\(className(schema))]"
    }

    private func union(_ members: [Schema], of schema: Schema, depth: Int) -> String {
        let types = members.filter { !Nullability.isNull($0, in: document) }
        // A member occurs once for each of its tags.
        let names = (tags(of: schema)?.map(\.schema) ?? types).map { name(of: $0, depth: depth + 1) }
        let kind = schema.discriminator == nil ? "union" : "tagged-union"
        let union = names.count == 1 ? names[0] : "\(kind)[\(names.joined(separator: ","))]"
        return types.count < members.count ? "nullable[\(union)]" : union
    }

    private func string(_ schema: Schema) -> String {
        switch schema.pydanticFormat {
        case "date-time": "datetime"
        case "date", "time": schema.format ?? "str"
        case "uuid", "uuid1", "uuid3", "uuid4", "uuid5", "uuid6", "uuid7", "uuid8": "uuid"
        case "duration": "timedelta"
        case "binary": "bytes"
        // The functions that check formats for which there is no type in Rust.
        case "uri": "function-wrap[wrap_val()]"
        case "email": "function-after[_validate(), str]"
        default: isConstrained(schema) ? "constrained-str" : "str"
        }
    }

    private func isConstrained(_ schema: Schema) -> Bool { !schema.numbers.isEmpty || !schema.strings.isEmpty }

    private func array(_ schema: Schema, depth: Int) -> String {
        if !schema.prefixItems.isEmpty {
            return "tuple[\(schema.prefixItems.map { name(of: $0, depth: depth + 1) }.joined(separator: ", "))]"
        }
        return
            "\(schema.arrays.uniqueItems ? "set" : "list")[\(schema.items.map { name(of: $0, depth: depth + 1) } ?? "any")]"
    }

    private func object(_ schema: Schema, depth: Int) -> String {
        if isNamed(schema) || !schema.properties.isEmpty { return className(schema) }
        let keys = schema.propertyNames.map { document.target(of: $0) }.map { target in
            target.constant == nil && target.enumeration == nil ? string(target) : name(of: target, depth: depth + 1)
        }
        let values = schema.additionalProperties.flatMap { $0.boolean == nil ? name(of: $0, depth: depth + 1) : nil }
        return "dict[\(keys ?? "str"),\(values ?? "any")]"
    }

    // MARK: Discriminators

    /// The members of a discriminated union by the values that choose them; `nil` if a member has none.
    func tags(of schema: Schema) -> [(name: String, schema: Schema)]? {
        guard let key = schema.discriminator?.propertyName.value, !schema.oneOf.isEmpty else { return nil }
        var result: [(name: String, schema: Schema)] = []
        for member in schema.oneOf {
            guard let property = document.target(of: member).properties[key].map({ document.target(of: $0) }) else {
                return nil
            }
            let values = property.listedValues ?? []
            let tags = values.compactMap(\.string)
            guard !tags.isEmpty, tags.count == values.count else { return nil }
            result += tags.map { ($0, member) }
        }
        return Set(result.map(\.name)).count == result.count ? result : nil
    }
}

extension Schema {
    /// The format, or that of `bytes`.
    var pydanticFormat: String? {
        contentMediaType == "application/octet-stream" && contentEncoding == nil ? "binary" : format
    }
}

extension Node {
    fileprivate var isInteger: Bool {
        if case .number(let number) = value { number.isInteger } else { false }
    }

    /// `'a'`, `1`, `None`
    fileprivate var pythonText: String {
        switch value {
        case .null: "None"
        case .bool(let value): value ? "True" : "False"
        case .string(let text): text.contains("'") && !text.contains("\"") ? "\"\(text)\"" : "'\(text)'"
        case .number, .sequence, .mapping: jsonText()
        }
    }
}
