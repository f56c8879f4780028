import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// What a schema comes to, once null and single-membered combinations are taken off.
struct Shape {
    indirect enum Kind {
        case any
        case never
        case builtin(BuiltinType)
        case reference(Schema)
        case structure(ObjectShape)
        case dictionary(values: Schema?)
        case array(items: Schema?)
        case enumeration([String])
        case union([Alternative])
    }

    /// A member of a union: a schema, or one of the types that a schema lists.
    struct Alternative: Identifiable {
        struct ID: Hashable {
            var schema: ObjectIdentifier
            var type: SchemaType?

            init(_ schema: Schema, type: SchemaType? = nil) {
                self.schema = ObjectIdentifier(schema)
                self.type = type
            }
        }

        var schema: Schema
        var type: SchemaType?

        var id: ID {
            ID(schema, type: type)
        }
    }

    var kind: Kind
    var isNullable = false
}

/// An object with named properties; those of `allOf`'s members are merged.
struct ObjectShape {
    struct Member {
        var key: String
        var schema: Schema
        var isRequired: Bool
    }

    var members: [Member]
    /// The schema of members that no property names: nil where such members are not typed.
    var additional: Schema?
    var isClosed: Bool
}

extension SchemaPlanner {
    /// Null among the types, as a member of a union or as a value of an enumeration is nullability.
    func shape(of schema: Schema) -> Shape {
        if let boolean = schema.boolean { return Shape(kind: boolean ? .any : .never) }
        if let reference = schema.reference {
            guard let target = document.schema(at: reference) else { return Shape(kind: .any) }
            return Shape(kind: .reference(target))
        }
        var isNullable = schema.types.map { $0.contains(.null) && $0.count > 1 } ?? false

        if let values = schema.enumeration {
            let strings = values.compactMap(\.string)
            let nulls = values.filter(\.isNull)
            if !strings.isEmpty, strings.count + nulls.count == values.count {
                return Shape(kind: .enumeration(unique(strings)), isNullable: isNullable || !nulls.isEmpty)
            }
        }
        if !schema.allOf.isEmpty {
            guard let merged = mergedShape(of: schema) else {
                report(.schemaNotHonoured, "`allOf` of members that are not all objects is free-form JSON", at: schema)
                return Shape(kind: .any, isNullable: isNullable)
            }
            return Shape(kind: merged.kind, isNullable: isNullable || merged.isNullable)
        }
        let alternatives = schema.anyOf.isEmpty ? schema.oneOf : schema.anyOf
        let members = alternatives.filter { !Nullability.isNull($0) }
        let isUnion = !members.isEmpty && !assertsOnlyRequired(members, of: schema)
        reportSiblings(of: schema, members: members, isUnion: isUnion)
        if isUnion {
            isNullable = isNullable || members.count < alternatives.count
            if members.count == 1 {
                let only = shape(of: members[0])
                switch only.kind {
                // A declaration is named for the schema that holds it.
                case .structure, .enumeration, .union:
                    return Shape(kind: only.kind, isNullable: isNullable || only.isNullable)
                case .any, .never, .builtin, .reference, .dictionary, .array:
                    return Shape(kind: .reference(members[0]), isNullable: isNullable)
                }
            }
            return Shape(kind: .union(members.map { Shape.Alternative(schema: $0) }), isNullable: isNullable)
        }
        return Shape(kind: plainKind(of: schema), isNullable: isNullable)
    }

    /// What stands beside `anyOf` or `oneOf` and is validated, but not typed.
    private func reportSiblings(of schema: Schema, members: [Schema], isUnion: Bool) {
        guard !members.isEmpty else { return }
        let chosen = schema.anyOf.isEmpty ? "oneOf" : "anyOf"
        var ignored: [(keyword: String, beside: String)] = []
        if !schema.anyOf.isEmpty, !schema.oneOf.isEmpty { ignored.append(("oneOf", "anyOf")) }
        if isUnion, !schema.properties.isEmpty, !members.allSatisfy({ includes(schema, in: $0) }) {
            ignored.append(("properties", chosen))
        }
        for (keyword, other) in ignored {
            diagnostics.report(
                .keywordNotHonoured,
                "`\(keyword)` beside `\(other)` is validated, but has no place in the Swift type",
                at: schema.location(of: keyword)
            )
        }
    }

    /// Whether a schema includes another by `allOf`.
    func includes(_ base: Schema, in schema: Schema) -> Bool {
        var pending = [schema]
        var seen: Set<ObjectIdentifier> = []
        while let next = pending.popLast() {
            let target = document.target(of: next)
            if target === base { return true }
            if seen.insert(ObjectIdentifier(target)).inserted { pending += target.allOf }
        }
        return false
    }

    private func unique(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }

    /// `anyOf: [{required: [a]}, {required: [b]}]` beside properties says which members an object has, not what it is.
    private func assertsOnlyRequired(_ members: [Schema], of schema: Schema) -> Bool {
        !schema.properties.isEmpty
            && members.allSatisfy { $0.reference == nil && $0.properties.isEmpty && $0.types == nil }
    }

    private func plainKind(of schema: Schema) -> Shape.Kind {
        let types = (schema.types ?? spokenTypes(of: schema)).filter { $0 != .null }
        guard types.count == 1 else {
            if types.isEmpty { return .any }
            return .union(types.map { Shape.Alternative(schema: schema, type: $0) })
        }
        return kind(of: schema, as: types[0])
    }

    /// What values of one type are, where a schema allows that type.
    func kind(of schema: Schema, as type: SchemaType) -> Shape.Kind {
        switch type {
        case .null: return .any
        case .boolean: return .builtin(.bool)
        case .integer: return .builtin(schema.format.flatMap { Formats.integers[$0] } ?? .int)
        case .number: return .builtin(schema.format.flatMap { Formats.numbers[$0] ?? Formats.integers[$0] } ?? .double)
        case .string:
            if schema.contentEncoding == "base64" { return .builtin(.data) }
            return .builtin(schema.format.flatMap { Formats.strings[$0]?.type } ?? .string)
        case .array: return .array(items: schema.items)
        case .object: return objectKind(of: schema)
        }
    }

    /// The type that keywords speak of where `type` is missing, as in many real documents.
    private func spokenTypes(of schema: Schema) -> [SchemaType] {
        if !schema.properties.isEmpty || schema.additionalProperties != nil { return [.object] }
        if schema.items != nil { return [.array] }
        if let constant = schema.constant, constant.string != nil { return [.string] }
        return []
    }

    private func objectKind(of schema: Schema) -> Shape.Kind {
        let additional = schema.additionalProperties
        if schema.properties.isEmpty, additional?.boolean != false {
            return .dictionary(values: additional?.boolean == nil ? additional : nil)
        }
        let required = Set(schema.required.map(\.value))
        let members = schema.properties.map {
            ObjectShape.Member(key: $0.key, schema: $0.value, isRequired: required.contains($0.key))
        }
        return .structure(
            ObjectShape(
                members: members,
                additional: additional?.boolean == false ? nil : additional,
                isClosed: additional?.boolean == false
            )
        )
    }

    // MARK: allOf

    /// One object with the properties of all members, or the one member that says anything.
    private func mergedShape(of schema: Schema) -> Shape? {
        var heirs = [schema]
        if schema.allOf.count == 1, schema.properties.isEmpty,
            case let member = schema.allOf[0], !isBase(document.target(of: member), of: heirs)
        {
            let shape = shape(of: member)
            if case .reference = shape.kind { return shape }
            return Shape(kind: .reference(member), isNullable: shape.isNullable)
        }
        var members: [ObjectShape.Member] = []
        var required: Set<String> = []
        var additional: Schema?
        var isClosed = false
        guard collect(schema, into: &members, &required, &additional, &isClosed, &heirs, depth: 0) else { return nil }
        for index in members.indices where required.contains(members[index].key) { members[index].isRequired = true }
        if members.isEmpty { return Shape(kind: .dictionary(values: additional)) }
        return Shape(
            kind: .structure(ObjectShape(members: members, additional: additional, isClosed: isClosed))
        )
    }

    /// Whether a schema's discriminator chooses among schemas that include it: they have its own properties, and its
    /// choice is made already.
    private func isBase(_ schema: Schema, of heirs: [Schema]) -> Bool {
        schema.discriminator != nil
            && (schema.anyOf + schema.oneOf).contains { member in
                heirs.contains { includes($0, in: member) }
            }
    }

    private func collect(
        _ schema: Schema, into members: inout [ObjectShape.Member], _ required: inout Set<String>,
        _ additional: inout Schema?, _ isClosed: inout Bool, _ heirs: inout [Schema], depth: Int
    ) -> Bool {
        guard depth < 64 else { return false }
        if let boolean = schema.boolean { return boolean }
        if let reference = schema.reference {
            guard let target = document.schema(at: reference) else { return false }
            return collect(target, into: &members, &required, &additional, &isClosed, &heirs, depth: depth + 1)
        }
        guard (schema.anyOf.isEmpty && schema.oneOf.isEmpty) || isBase(schema, of: heirs), schema.enumeration == nil,
            schema.types.map({ $0.contains(.object) }) ?? true
        else { return false }
        heirs.append(schema)
        for member in schema.allOf {
            guard collect(member, into: &members, &required, &additional, &isClosed, &heirs, depth: depth + 1) else {
                return false
            }
        }
        for entry in schema.properties {
            // The member that stands last describes the property; the checks of all hold.
            if let index = members.firstIndex(where: { $0.key == entry.key }) {
                if !entry.value.isFreeForm { members[index].schema = entry.value }
            } else {
                members.append(ObjectShape.Member(key: entry.key, schema: entry.value, isRequired: false))
            }
        }
        required.formUnion(schema.required.map(\.value))
        if let own = schema.additionalProperties {
            if own.boolean == false { isClosed = true } else { additional = own }
        }
        return true
    }
}

extension Schema {
    /// Whether the schema says nothing of what values are: annotations do not count.
    var isFreeForm: Bool {
        boolean == true
            || (reference == nil && types == nil && enumeration == nil && constant == nil && properties.isEmpty
                && items == nil && additionalProperties == nil && allOf.isEmpty && anyOf.isEmpty && oneOf.isEmpty)
    }
}
