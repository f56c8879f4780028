import ApusOpenAPI
import ApusYAML

extension Document {
    /// Whether null is one of a schema's values; `nil` if that cannot be determined.
    func acceptsNull(_ schema: Schema) -> Bool? {
        var known: [ObjectIdentifier: Bool?] = [:]
        return acceptsNull(schema, &known, depth: 0)
    }

    /// Results are cached, since many paths may lead to one schema.
    private func acceptsNull(_ schema: Schema, _ known: inout [ObjectIdentifier: Bool?], depth: Int) -> Bool? {
        guard depth < 64, schema.dynamicReference == nil else { return nil }
        if let boolean = schema.boolean { return boolean }
        if let answer = known[ObjectIdentifier(schema)] { return answer }
        // For a schema that leads back to itself, the result is not known.
        known.updateValue(nil, forKey: ObjectIdentifier(schema))
        let answer = answer(schema) { acceptsNull($0, &known, depth: depth + 1) }
        known[ObjectIdentifier(schema)] = .some(answer)
        return answer
    }

    private func answer(_ schema: Schema, _ accepts: (Schema) -> Bool?) -> Bool? {
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

extension Document {
    /// Whether null is listed along with other values.
    func mentionsNull(_ schema: Schema) -> Bool {
        if let types = schema.types, types.contains(.null), types.count > 1 { return true }
        if let values = schema.enumeration, values.contains(where: \.isNull), values.count > 1 { return true }
        return [schema.anyOf, schema.oneOf].contains { members in
            members.count > 1 && members.contains { Nullability.isNull($0, in: self) }
        }
    }
}
