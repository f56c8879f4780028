import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// Schemas -> what validators assert of them.
struct CheckPlanner {
    let schemas: SchemaPlanner

    /// The check of a declaration's own validator: nil where uses of the declaration check in place.
    func check(declaring id: DeclarationID) -> Check? {
        let source = schemas.sources[id.index]
        let kind = resolved(source)
        switch schemas.declarations[id.index].kind {
        case .structure(let structure):
            guard structure.codec == .json, case .structure(let object) = kind else { return nil }
            return .object(objectCheck(object, of: source.schema))
        case .union:
            guard schemas.declarations[id.index].parent == nil, case .union(let members) = kind else { return nil }
            return unionCheck(members, of: source.schema, within: [])
        case .enumeration, .alias: return nil
        }
    }

    /// A nullable component's declaration stands for its other values.
    private func resolved(_ source: Shape.Alternative) -> Shape.Kind {
        source.type.map { schemas.kind(of: source.schema, as: $0) } ?? schemas.shape(of: source.schema).kind
    }

    /// The check of a value where it stands. A schema that contains itself without a declaration is free-form JSON.
    func check(_ schema: Schema, within outer: Set<ObjectIdentifier> = []) -> Check {
        var outer = outer
        guard outer.insert(ObjectIdentifier(schema)).inserted else { return .any }
        guard outer.count <= 20 else {
            schemas.report(.keywordNotHonoured, "values nested this deep are not validated", at: schema)
            return .any
        }
        let shape = schemas.shape(of: schema)
        let base = check(shape.kind, of: Shape.Alternative(schema: schema), within: outer)
        if !shape.isNullable || base == .any { return base }
        if case .nullable = base { return base }
        return .nullable(base)
    }

    private func check(
        _ kind: Shape.Kind, of source: Shape.Alternative, within outer: Set<ObjectIdentifier>
    ) -> Check {
        let schema = source.schema
        switch kind {
        case .any: return constants(schema) ?? .any
        case .never: return .never
        case .reference(let target): return check(target, within: outer)
        case .structure:
            guard let id = declaration(of: source) else { return .any }
            return .model(id)
        case .enumeration(let values):
            guard let id = declaration(of: source) else { return .enumeration(values) }
            return .declaredEnumeration(id)
        case .union(let members):
            if let id = declaration(of: source), schemas.declarations[id.index].parent == nil { return .declared(id) }
            return unionCheck(members, of: schema, within: outer)
        case .dictionary(let values):
            let check = values.map { self.check($0, within: outer) } ?? .any
            return .map(
                MapCheck(
                    keys: schema.propertyNames.map { self.check($0, within: outer) },
                    values: check,
                    minProperties: schema.minProperties,
                    maxProperties: schema.maxProperties
                )
            )
        case .array(let items):
            return .array(
                ArrayCheck(
                    items: items.map { check($0, within: outer) } ?? .any,
                    minItems: schema.minItems,
                    maxItems: schema.maxItems,
                    uniqueItems: schema.uniqueItems
                )
            )
        case .builtin(let builtin): return constants(schema) ?? scalarCheck(builtin, of: schema)
        }
    }

    private func declaration(of source: Shape.Alternative) -> DeclarationID? {
        guard case .declared(let id) = schemas.planned[source.id]?.type else { return nil }
        return id
    }

    private func unionCheck(
        _ members: [Shape.Alternative], of schema: Schema, within outer: Set<ObjectIdentifier>
    ) -> Check {
        let checks = members.map { member in
            guard let type = member.type else { return check(member.schema, within: outer) }
            return check(schemas.kind(of: member.schema, as: type), of: member, within: outer)
        }
        let isExclusive = schema.anyOf.isEmpty && !schema.oneOf.isEmpty
        // What a base's heirs have in common, the discriminator tells apart.
        let hasHeirs = schema.discriminator != nil && members.contains { schemas.includes(schema, in: $0.schema) }
        return isExclusive && !hasHeirs ? .oneOf(checks) : .anyOf(checks)
    }

    private func objectCheck(_ object: ObjectShape, of schema: Schema) -> ObjectCheck {
        let members = object.members.map { member in
            ObjectCheck.Member(key: member.key, isRequired: member.isRequired, check: check(member.schema))
        }
        let required = schema.required.map(\.value).filter { key in !object.members.contains { $0.key == key } }
        let unnamed = required.map { ObjectCheck.Member(key: $0, isRequired: true, check: .any) }
        let additional: ObjectCheck.Additional =
            if object.isClosed {
                .forbidden
            } else if let schema = object.additional, case let check = check(schema), check != .any {
                .checked(check)
            } else {
                .allowed
            }
        return ObjectCheck(
            members: (members + unnamed).filter { $0.isRequired || $0.check != .any || object.isClosed },
            additional: additional,
            minProperties: schema.minProperties,
            maxProperties: schema.maxProperties
        )
    }

    // MARK: Scalars

    private func scalarCheck(_ builtin: BuiltinType, of schema: Schema) -> Check {
        switch builtin {
        case .bool: return .boolean
        case .int, .int32, .int64, .uint32, .uint64: return .integer(numberCheck(schema))
        case .float, .double, .decimal: return .number(numberCheck(schema))
        case .string, .date, .data, .uuid, .filePart:
            var check = StringCheck()
            check.minLength = schema.minLength == 0 ? nil : schema.minLength
            check.maxLength = schema.maxLength
            check.pattern = schema.pattern?.value
            check.format = builtin == .data ? "byte" : schema.format.flatMap { Formats.strings[$0]?.check }
            return .string(check)
        case .json, .void: return .any
        }
    }

    private func numberCheck(_ schema: Schema) -> NumberCheck {
        NumberCheck(
            minimum: bound(schema.minimum),
            maximum: bound(schema.maximum),
            exclusiveMinimum: bound(schema.exclusiveMinimum),
            exclusiveMaximum: bound(schema.exclusiveMaximum),
            multipleOf: bound(schema.multipleOf)
        )
    }

    /// A literal of the runtime's exact number: small ones as they are, others as text.
    private func bound(_ number: NumberText?) -> String? {
        guard let number, number.isFinite else { return nil }
        if let int = number.int { return String(int) }
        let isPlain =
            number.text.count <= 15 && number.text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
        return isPlain ? number.text : "\"\(number.text)\""
    }

    /// `const`, and an `enum` of other values than strings.
    private func constants(_ schema: Schema) -> Check? {
        if let constant = schema.constant { return .constants([constant.jsonText()]) }
        guard let values = schema.enumeration, !values.isEmpty else { return nil }
        return .constants(values.map { $0.jsonText() })
    }
}
