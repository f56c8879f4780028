import ApusOpenAPI
import ApusYAML

/// Schemas of one type: the meaning of its keywords, and the type that they imply if `type` is missing.
extension Shapes {
    func plainKind(of schema: Schema) -> Shape.Kind {
        let types = (schema.types ?? spokenTypes(of: schema)).filter { $0 != .null }
        guard types.count == 1 else {
            if types.isEmpty { return .any }
            if let number = FlexibleNumberShape.number(of: schema, types) { return .flexibleNumber(number) }
            return .union(types.map { Shape.Alternative(schema: schema, type: $0) })
        }
        return kind(of: schema, as: types[0])
    }

    /// The shape of the values of one type that a schema allows.
    func kind(of schema: Schema, as type: SchemaType) -> Shape.Kind {
        if let (values, _) = EnumerationShape.listed(by: schema, as: type) { return .enumeration(values) }
        if let type = schema.format.flatMap({ externalTypes["format:" + $0] }) { return .external(type) }
        switch type {
        case .null: return .any
        case .boolean: return .builtin(.bool)
        case .integer: return .builtin(schema.format.flatMap { Formats.integers[$0] } ?? IntegerRange.type(of: schema))
        case .number: return .builtin(schema.format.flatMap { Formats.numbers[$0] ?? Formats.integers[$0] } ?? .double)
        case .string:
            if schema.contentEncoding == "base64" { return .builtin(.data) }
            return .builtin(schema.format.flatMap { Formats.strings[$0]?.type } ?? .string)
        case .array:
            return schema.prefixItems.isEmpty ? .array(items: schema.items) : .tuple(TupleShape(schema))
        case .object: return objectKind(of: schema)
        }
    }

    /// The type that keywords imply if `type` is missing, as in many real documents.
    private func spokenTypes(of schema: Schema) -> [SchemaType] {
        if !schema.properties.isEmpty || schema.additionalProperties != nil || !schema.patternProperties.isEmpty {
            return [.object]
        }
        if schema.items != nil || !schema.prefixItems.isEmpty { return [.array] }
        let values = schema.listedValues ?? []
        let types = [SchemaType.boolean, .string, .number].filter { type in values.contains { $0.isOf(type) } }
        let spoken = types.map { $0 == .number && values.allSatisfy { !$0.isFraction } ? .integer : $0 }
        return values.allSatisfy { value in value.isNull || types.contains { value.isOf($0) } } ? spoken : []
    }

    private func objectKind(of schema: Schema) -> Shape.Kind {
        let additional = schema.additionalProperties
        let patterns = schema.patternProperties
        if schema.properties.isEmpty, additional?.boolean != false, patterns.isEmpty {
            return .dictionary(keys: schema.propertyNames, values: additional?.boolean == nil ? additional : nil)
        }
        if schema.properties.isEmpty, patterns.count == 1, additional == nil || additional?.boolean == false {
            return .dictionary(keys: schema.propertyNames, values: patterns.first?.value)
        }
        let required = Set(schema.required.map(\.value))
        let members = schema.properties.map {
            ObjectShape.Member(key: $0.key, schema: $0.value, isRequired: required.contains($0.key))
        }
        return .structure(
            ObjectShape(
                members: members,
                undescribed: schema.required.map(\.value).filter { schema.properties[$0] == nil },
                additional: additional?.boolean == false ? nil : additional,
                patterns: Array(patterns),
                isClosed: additional?.boolean == false
            )
        )
    }
}

extension Node {
    fileprivate var isFraction: Bool { number?.isInteger == false }
}

extension Schema {
    /// Whether the schema says nothing about its values: annotations do not count.
    var isFreeForm: Bool {
        boolean == true
            || (reference == nil && types == nil && enumeration == nil && constant == nil && properties.isEmpty
                && items == nil && additionalProperties == nil && allOf.isEmpty && anyOf.isEmpty && oneOf.isEmpty)
    }
}
