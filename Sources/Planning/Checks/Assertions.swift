import ApusOpenAPI
import ApusYAML

/// The keywords of a schema, each an assertion of its own.
extension CheckPlanner {
    /// Everything that a schema asserts.
    ///
    /// - Parameter withoutNull: whether the check applies only to values other than null.
    /// - Parameter only: the one listed type whose values are checked.
    /// - Parameter asBase: whether the check is part of that of an alternative that includes the schema.
    func assertions(of schema: Schema, withoutNull: Bool, only: SchemaType? = nil, asBase: Bool = false) -> Check {
        if !asBase, let heirs = types?.shapes.inheritance.heirs(of: schema) {
            return assertions(of: schema, with: heirs, withoutNull)
        }
        var parts: [Check] = []
        if let reference = schema.reference, let target = document.schema(at: reference) {
            parts.append(check(referenced: target, from: schema))
        }
        if let reference = schema.dynamicReference, let target = document.schema(at: reference) {
            let check = check(referenced: target, from: schema)
            let name = dynamicAnchors.name(of: reference, to: target)
            parts.append(name.map { .dynamicReference($0, check) } ?? check)
        }
        parts += values(schema, withoutNull: withoutNull, only: only)
        parts += schema.allOf.map { base(of: schema, $0) }
        if !asBase { parts += alternatives(schema, withoutNull: withoutNull) }
        if let excluded = schema.not { parts.append(.not(check(excluded))) }
        if let condition = condition(schema) { parts.append(condition) }
        parts += dependencies(schema)
        var result = Check.all(parts)
        if schema.unevaluatedProperties != nil || schema.unevaluatedItems != nil {
            let unevaluated = Unevaluated(
                properties: schema.unevaluatedProperties.map(check), items: schema.unevaluatedItems.map(check)
            )
            result = .evaluating(result, unevaluated)
        }
        return schema.id == nil ? result : scoped(result, in: schema.resource)
    }

    /// The check of a member that the schema includes. If the schema is an alternative of that member, the member's alternatives
    /// are omitted; otherwise, planning would not end.
    private func base(of schema: Schema, _ member: Schema) -> Check {
        let target = document.target(of: member)
        guard let types, target.discriminator != nil else { return check(member) }
        if let heirs = types.shapes.inheritance.heirs(of: target) {
            let isHeir = heirs.members.contains { $0.schema === schema || document.includes($0.schema, in: schema) }
            return isHeir ? assertions(of: target, withoutNull: true, asBase: true) : check(member)
        }
        let isHeir = (target.oneOf + target.anyOf).contains { document.includes(schema, in: $0) }
        return isHeir ? assertions(of: target, withoutNull: true, asBase: true) : check(member)
    }

    /// The check of the heir that the discriminator names; for other values, the check of the schema itself.
    private func assertions(of schema: Schema, with heirs: Inheritance.Heirs, _ withoutNull: Bool) -> Check {
        let checks = heirs.members.flatMap { member, values in
            values.map { NamedCheck(name: $0, check: check(member)) }
        }
        let own = assertions(of: schema, withoutNull: withoutNull, asBase: true)
        return .discriminated(key: heirs.key, checks, otherwise: own)
    }

    // MARK: Alternatives

    private func alternatives(_ schema: Schema, withoutNull: Bool) -> [Check] {
        // The heirs of a base share its properties, so that only the discriminator distinguishes them.
        let hasHeirs =
            types != nil && schema.discriminator != nil
            && schema.oneOf.contains { document.includes(schema, in: $0) }
        if let check = openEnumeration(schema) { return [check] }
        if pydantic == nil, schema.enumeration == nil, let id = types?.enumeration(of: schema) {
            return [.declaredEnumeration(id)]
        }
        if let pydantic, !hasHeirs, let tags = pydantic.tags(of: schema), let key = schema.discriminator?.propertyName {
            return [.discriminated(key: key.value, tags.map { NamedCheck(name: $0.name, check: check($0.schema)) })]
        }
        if let check = discriminated(schema, withoutNull: withoutNull) { return [check] }
        return [(schema.anyOf, Check.anyOf), (schema.oneOf, Check.oneOf)].compactMap { members, combine in
            let members = members.filter { !withoutNull || !Nullability.isNull($0, in: document) }
            guard !members.isEmpty else { return nil }
            let checks = members.map(check)
            if checks.count == 1 { return checks[0] }
            if let pydantic, !schema.anyOf.isEmpty {
                return .union(zip(members, checks).map { NamedCheck(name: pydantic.name(of: $0), check: $1) })
            }
            return hasHeirs ? .anyOf(checks) : combine(checks)
        }
    }

    /// One of the listed strings, or any string: with `oneOf`, only strings that are not listed would be valid.
    private func openEnumeration(_ schema: Schema) -> Check? {
        let members = (schema.anyOf + schema.oneOf).filter { !Nullability.isNull($0, in: document) }
        guard types != nil, pydantic == nil || schema.anyOf.isEmpty,
            EnumerationShape.listed(by: members, of: schema, in: document)?.shape.isOpen == true
        else { return nil }
        let free = members.filter { document.target(of: $0).isPlainString }.map(check)
        if let check = free.first(where: { $0 == .string(StringCheck()) }) { return check }
        return .anyOf(members.map(check))
    }

    /// The check of only the member that the discriminator names.
    private func discriminated(_ schema: Schema, withoutNull: Bool) -> Check? {
        guard types != nil, schema.anyOf.isEmpty || schema.oneOf.isEmpty, let discriminator = schema.discriminator
        else { return nil }
        let alternatives = schema.anyOf + schema.oneOf
        let members = alternatives.filter { !Nullability.isNull($0, in: document) }
        guard members.count > 1, withoutNull || members.count == alternatives.count,
            let values = Discriminators.choice(of: schema, among: members, in: document)
        else { return nil }
        let checks = zip(members, values).flatMap { member, names in
            names.map { NamedCheck(name: $0, check: check(member)) }
        }
        let target = discriminator.defaultMapping.flatMap { document.schema(at: $0) }
        let fallback = target.flatMap { target in members.first { document.target(of: $0) === target } }
        // Members without a value of the discriminator are tried if the discriminator names no member.
        let rest = zip(members, values).filter { $1.isEmpty }.map { check($0.0) }
        let untold: Check? =
            rest.count > 1 ? (schema.oneOf.isEmpty ? .anyOf(rest) : .oneOf(rest)) : rest.first
        return .discriminated(
            key: discriminator.propertyName.value, checks, otherwise: fallback.map(check) ?? untold)
    }

    private func condition(_ schema: Schema) -> Check? {
        guard let condition = schema.if else { return nil }
        let branches = [schema.then, schema.else].map { $0.map(check) ?? .any }
        if branches == [.any, .any], !tracksEvaluation { return nil }
        return .conditional(Condition(condition: check(condition), then: branches[0], otherwise: branches[1]))
    }

    private func dependencies(_ schema: Schema) -> [Check] {
        let isAsserted = schema.hasVocabulary("validation")
        let required: [Check] = schema.dependentRequired.filter { isAsserted && !$0.value.isEmpty }.map { entry in
            .dependentRequired(key: entry.key, entry.value.map(\.value))
        }
        return required + schema.dependentSchemas.map { .dependent(key: $0.key, check($0.value).of(.object)) }
    }

    // MARK: Values

    /// The checks of `type`, of the listed values and of the keywords of each type.
    private func values(_ schema: Schema, withoutNull: Bool, only: SchemaType?) -> [Check] {
        guard schema.hasVocabulary("validation") else { return applied(schema) }
        let implied = types?.impliedTypes(of: schema)
        let allowed = (schema.types ?? implied)?.filter {
            (!withoutNull || $0 != .null) && (only == nil || $0 == only)
        }
        if let listed = listed(schema, among: allowed, withoutNull: withoutNull) {
            return [listed]
                + ValueType.allCases.compactMap { type in
                    guard allowed.map({ $0.contains { type.schemaTypes.contains($0) } }) ?? true else { return nil }
                    return constraints(type, schema).map { .when(type, $0) }
                }
        }
        guard var allowed else {
            return ValueType.allCases.compactMap { type in constraints(type, schema).map { .when(type, $0) } }
        }
        if allowed.contains(.number) { allowed.removeAll { $0 == .integer } }
        let checks = allowed.map { type in
            // Each of several types may have a declaration of its own.
            only == nil ? model(of: schema, as: type) ?? typed(type, schema) : typed(type, schema)
        }
        return checks.count == 1 ? checks : [.anyOf(checks)]
    }

    private func model(of schema: Schema, as type: SchemaType) -> Check? {
        guard let types, let id = types.declaration(of: schema, as: type),
            types.drafts.structure(id)?.codec == .json
        else { return nil }
        return .model(id)
    }

    /// The checks of a schema in a dialect without the validation vocabulary.
    private func applied(_ schema: Schema) -> [Check] {
        [ValueType.string, .array, .object].compactMap { type in constraints(type, schema).map { .when(type, $0) } }
    }

    /// What a schema asserts about values of one type; `nil` if it asserts nothing.
    private func constraints(_ type: ValueType, _ schema: Schema) -> Check? {
        switch type {
        case .number:
            let check = numberCheck(schema)
            return check == NumberCheck() ? nil : .number(check)
        case .string:
            let check = stringCheck(schema)
            return check.isTypeOnly ? nil : .string(check)
        case .array:
            if let tuple = tuple(schema) { return tuple }
            let check = arrayCheck(schema)
            return check == ArrayCheck(items: .any, uniqueItems: false) ? nil : .array(check)
        case .object:
            let check = objectCheck(schema)
            return check == .map(MapCheck(keys: nil, values: .any)) ? nil : check
        }
    }

    private func typed(_ type: SchemaType, _ schema: Schema) -> Check {
        switch type {
        case .null: .null
        case .boolean: .boolean
        case .integer: .integer(numberCheck(schema))
        case .number: .number(numberCheck(schema))
        case .string: .string(stringCheck(schema))
        case .array: tuple(schema) ?? .array(arrayCheck(schema))
        case .object: objectCheck(schema)
        }
    }

    /// `const` and `enum`, without the values that `type` does not allow.
    private func listed(_ schema: Schema, among types: [SchemaType]?, withoutNull: Bool) -> Check? {
        guard let listed = schema.listedValues else { return nil }
        var values = listed.filter { value in types.map { $0.contains { value.isOf($0) } } ?? true }
        if schema.constant != nil, let enumeration = schema.enumeration {
            values.removeAll { !enumeration.contains($0) }
        }
        if withoutNull { values.removeAll(where: \.isNull) }
        guard !values.isEmpty else { return .never }
        let strings = values.compactMap(\.string)
        let isLiteral = pydantic.map { !$0.isNamed(schema) } ?? false
        let isTyped = schema.constant == nil && (pydantic == nil || strings.count == values.count)
        if isTyped, let id = self.types?.enumeration(of: schema) {
            return isLiteral ? .literal(id) : .declaredEnumeration(id)
        }
        if strings.count == values.count, schema.constant == nil {
            if isLiteral { return .constants(values.map { $0.jsonText() }) }
            var seen: Set<Node> = []
            return .enumeration(values.filter { seen.insert($0).inserted }.compactMap(\.string))
        }
        let texts = values.map { $0.jsonText() }
        return pydantic != nil && !isLiteral ? .cases(texts) : .constants(texts)
    }
}

extension ValueType {
    fileprivate var schemaTypes: [SchemaType] {
        switch self {
        case .number: [.number, .integer]
        case .string: [.string]
        case .array: [.array]
        case .object: [.object]
        }
    }
}

extension Node {
    func isOf(_ type: SchemaType) -> Bool {
        switch value {
        case .null: type == .null
        case .bool: type == .boolean
        case .number(let number): type == .number || type == .integer && number.isInteger
        case .string: type == .string
        case .sequence: type == .array
        case .mapping: type == .object
        }
    }
}

extension Schema {
    private static let vocabularyBase = "https://json-schema.org/draft/2020-12/vocab/"

    /// Whether the schema's dialect has a vocabulary; the standard dialect has every one that makes assertions, apart from formats.
    func hasVocabulary(_ name: String) -> Bool { vocabularies?.contains(Self.vocabularyBase + name) ?? true }
}
