import ApusOpenAPI
import ApusYAML

/// Schemas -> what validators assert of them.
struct CheckPlanner {
    let schemas: SchemaPlanner

    /// The check of a declaration's own validator: nil where uses of the declaration check in place.
    func check(declaring id: DeclarationID) -> Check? {
        let schema = schemas.schemas[id.index]
        switch schemas.declarations[id.index].kind {
        case .structure(let structure):
            guard structure.codec == .json, case .structure(let object) = resolved(schema) else { return nil }
            return .object(objectCheck(object, of: schema))
        case .union:
            guard schemas.declarations[id.index].parent == nil, case .union(let members) = resolved(schema) else {
                return nil
            }
            return unionCheck(members, of: schema)
        case .enumeration, .alias: return nil
        }
    }

    /// A nullable component's declaration stands for its other values.
    private func resolved(_ schema: Schema) -> Shape.Kind {
        schemas.shape(of: schema).kind
    }

    /// The check of a value where it stands.
    func check(_ schema: Schema, depth: Int = 0) -> Check {
        guard depth < 64 else { return .any }
        let shape = schemas.shape(of: schema)
        let base = check(shape.kind, of: schema, depth: depth)
        if !shape.isNullable || base == .any { return base }
        if case .nullable = base { return base }
        return .nullable(base)
    }

    private func check(_ kind: Shape.Kind, of schema: Schema, depth: Int) -> Check {
        switch kind {
        case .any: return constants(schema) ?? .any
        case .never: return .never
        case .reference(let target): return check(target, depth: depth + 1)
        case .structure:
            guard let id = declaration(of: schema) else { return .any }
            return .model(id)
        case .enumeration(let values):
            guard let id = declaration(of: schema) else { return .enumeration(values) }
            return .declaredEnumeration(id)
        case .union(let members):
            if let id = declaration(of: schema), schemas.declarations[id.index].parent == nil { return .declared(id) }
            return unionCheck(members, of: schema, depth: depth)
        case .dictionary(let values):
            let check = values.map { self.check($0, depth: depth + 1) } ?? .any
            return .map(
                MapCheck(
                    keys: schema.propertyNames.map { self.check($0, depth: depth + 1) },
                    values: check,
                    minProperties: schema.minProperties,
                    maxProperties: schema.maxProperties
                )
            )
        case .array(let items):
            return .array(
                ArrayCheck(
                    items: items.map { check($0, depth: depth + 1) } ?? .any,
                    minItems: schema.minItems,
                    maxItems: schema.maxItems,
                    uniqueItems: schema.uniqueItems
                )
            )
        case .builtin(let builtin): return constants(schema) ?? scalarCheck(builtin, of: schema)
        }
    }

    private func declaration(of schema: Schema) -> DeclarationID? {
        guard case .declared(let id) = schemas.planned[ObjectIdentifier(schema)]?.type else { return nil }
        return id
    }

    private func unionCheck(_ members: [Shape.Alternative], of schema: Schema, depth: Int = 0) -> Check {
        let checks = members.map { member in
            guard let type = member.type else { return check(member.schema, depth: depth + 1) }
            return check(schemas.kind(of: member.schema, as: type), of: member.schema, depth: depth + 1)
        }
        return schema.anyOf.isEmpty && !schema.oneOf.isEmpty ? .oneOf(checks) : .anyOf(checks)
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
