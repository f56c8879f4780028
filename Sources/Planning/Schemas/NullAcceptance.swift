import ApusOpenAPI
import ApusYAML

extension Document {
    /// Whether null is one of a schema's values; nil where that is not found out.
    func acceptsNull(_ schema: Schema, depth: Int = 0) -> Bool? {
        guard depth < 64, schema.dynamicReference == nil else { return nil }
        if let boolean = schema.boolean { return boolean }
        func accepts(_ schema: Schema) -> Bool? { acceptsNull(schema, depth: depth + 1) }
        var answers: [Bool?] = schema.allOf.map(accepts)
        if let types = schema.types { answers.append(types.contains(.null)) }
        if let values = schema.enumeration { answers.append(values.contains(where: \.isNull)) }
        if let constant = schema.constant { answers.append(constant.isNull) }
        if let reference = schema.reference { answers.append(self.schema(at: reference).map(accepts) ?? nil) }
        if let excluded = schema.not { answers.append(accepts(excluded).map { !$0 }) }
        if !schema.anyOf.isEmpty { answers.append(any(schema.anyOf.map(accepts))) }
        if !schema.oneOf.isEmpty {
            let members = schema.oneOf.map(accepts)
            answers.append(members.contains(nil) ? nil : members.count { $0 == true } == 1)
        }
        if let condition = schema.if {
            let holds = accepts(condition)
            answers.append(holds.map { ($0 ? schema.then : schema.else).map(accepts) ?? true } ?? nil)
        }
        if answers.contains(false) { return false }
        return answers.contains(nil) ? nil : true
    }

    private func any(_ answers: [Bool?]) -> Bool? {
        if answers.contains(true) { return true }
        return answers.contains(nil) ? nil : false
    }
}

extension Schema {
    /// Whether null is listed beside other values.
    var mentionsNull: Bool {
        if let types, types.contains(.null), types.count > 1 { return true }
        if let enumeration, enumeration.contains(where: \.isNull), enumeration.count > 1 { return true }
        return [anyOf, oneOf].contains { $0.count > 1 && $0.contains(where: Nullability.isNull) }
    }
}
