import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// What a schema comes to, once null and single-membered combinations are taken off.
struct Shape {
    indirect enum Kind {
        case any
        case never
        case builtin(BuiltinType)
        /// A number, or a text that spells it.
        case flexibleNumber(BuiltinType)
        case external(ExternalType)
        case reference(Schema)
        case structure(ObjectShape)
        case dictionary(keys: Schema?, values: Schema?)
        case tuple(TupleShape)
        case array(items: Schema?)
        case enumeration(EnumerationShape)
        case union([Alternative])
    }

    /// A member of a union: a schema, or one of the types that a schema lists.
    struct Alternative: Identifiable {
        struct ID: Hashable {
            var schema: ObjectIdentifier
            var type: SchemaType?
            var base: ObjectIdentifier?

            init(_ schema: Schema, type: SchemaType? = nil, base: Schema? = nil) {
                self.schema = ObjectIdentifier(schema)
                self.type = type
                self.base = base.map { ObjectIdentifier($0) }
            }
        }

        var schema: Schema
        var type: SchemaType?
        /// The schema whose alternative this is, where that has properties too, which values of all alternatives have.
        var base: Schema?

        var id: ID {
            ID(schema, type: type, base: base)
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
        /// The schema that says so, where another one includes it.
        var owner: Schema?
        /// An object that another part of an `allOf` says of the member, whose properties it has too.
        var base: Schema?
    }

    var members: [Member]
    /// Members that must be there and that no property describes.
    var undescribed: [String] = []
    /// The schema of members that no property names: nil where such members are not typed.
    var additional: Schema?
    /// Schemas of members whose keys match.
    var patterns: [OrderedMap<Schema>.Entry] = []
    var isClosed: Bool
}

extension SchemaPlanner {
    /// Null among the types, as a member of a union or as a value of an enumeration is nullability.
    func shape(of schema: Schema) -> Shape {
        if let boolean = schema.boolean { return Shape(kind: boolean ? .any : .never) }
        if let reference = schema.reference {
            guard let target = document.schema(at: reference) else { return Shape(kind: .any) }
            let isAlone = schema.properties.isEmpty && schema.required.isEmpty && schema.allOf.isEmpty
            if !isAlone, let merged = mergedShape(of: schema) { return merged }
            return Shape(kind: .reference(target))
        }
        var isNullable = schema.types.map { $0.contains(.null) && $0.count > 1 } ?? false

        if let (values, listsNull) = EnumerationShape.listed(by: schema) {
            return Shape(kind: .enumeration(values), isNullable: isNullable || listsNull)
        }
        if let heirs = inheritance.heirs(of: schema) {
            let members = heirs.members.map { Shape.Alternative(schema: $0.schema) }
            let itself = Shape.Alternative(schema: schema, base: schema)
            return Shape(kind: .union(members + [itself]), isNullable: isNullable)
        }
        if let union = unionWithBase(schema) {
            let listsNull = (schema.anyOf + schema.oneOf).contains { Nullability.isNull($0, in: document) }
            return Shape(kind: union, isNullable: isNullable || listsNull)
        }
        if !schema.allOf.isEmpty {
            guard let merged = mergedShape(of: schema) else {
                report(
                    .schemaNotHonoured, "the members of `allOf` agree on no type, so that this is free-form JSON",
                    at: schema)
                return Shape(kind: .any, isNullable: isNullable)
            }
            return Shape(kind: merged.kind, isNullable: isNullable || merged.isNullable)
        }
        let alternatives = schema.anyOf.isEmpty ? schema.oneOf : schema.anyOf
        let members = alternatives.filter { !Nullability.isNull($0, in: document) }
        let isUnion = !members.isEmpty && !assertsOnlyRequired(members)
        reportSiblings(of: schema, members: members, isUnion: isUnion)
        if isUnion {
            isNullable = isNullable || members.count < alternatives.count
            if let (values, listsNull) = EnumerationShape.listed(by: members, of: schema, in: document) {
                return Shape(kind: .enumeration(values), isNullable: isNullable || listsNull)
            }
            if members.count == 1 {
                let only = shape(of: members[0])
                switch only.kind {
                // A declaration is named for the schema that holds it.
                case .structure, .enumeration, .union, .tuple:
                    return Shape(kind: only.kind, isNullable: isNullable || only.isNullable)
                case .any, .never, .builtin, .flexibleNumber, .external, .reference, .dictionary, .array:
                    return Shape(kind: .reference(members[0]), isNullable: isNullable)
                }
            }
            if let builtin = commonBuiltin(of: members) {
                return Shape(kind: .builtin(builtin), isNullable: isNullable)
            }
            return Shape(kind: .union(members.map { Shape.Alternative(schema: $0) }), isNullable: isNullable)
        }
        let kind = plainKind(of: schema)
        // JSON of any kind holds null itself.
        if case .any = kind { return Shape(kind: kind, isNullable: isNullable) }
        let listsNull = schema.enumeration.map { $0.count > 1 && $0.contains(where: \.isNull) } ?? false
        return Shape(kind: kind, isNullable: isNullable || listsNull)
    }

    /// The one type that Swift has for the values of all members: `[{format: ipv4}, {format: ipv6}]` -> `String`.
    private func commonBuiltin(of members: [Schema]) -> BuiltinType? {
        var common: BuiltinType?
        for member in members {
            let target = document.target(of: member)
            guard target.anyOf.isEmpty, target.oneOf.isEmpty, target.allOf.isEmpty,
                options.types[document.pointer(of: target) ?? ""] == nil,
                case .builtin(let builtin) = shape(of: target).kind, builtin == common ?? builtin,
                !Nullability.isNullable(target, in: document)
            else { return nil }
            common = builtin
        }
        return common
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

    /// `anyOf: [{required: [a]}, {required: [b]}]` beside properties says which members an object has, not what it is.
    func assertsOnlyRequired(_ members: [Schema], depth: Int = 0) -> Bool {
        depth < 16
            && members.allSatisfy {
                $0.reference == nil && $0.boolean == nil && $0.types == nil && $0.enumeration == nil
                    && $0.constant == nil
                    && $0.properties.isEmpty && $0.patternProperties.isEmpty && $0.additionalProperties == nil
                    && $0.items == nil && $0.prefixItems.isEmpty && $0.allOf.isEmpty
                    && assertsOnlyRequired($0.anyOf + $0.oneOf, depth: depth + 1)
            }
    }

    /// `oneOf` beside `properties` or `allOf`, or within `allOf`: a union of objects, each of which has the common properties too.
    private func unionWithBase(_ schema: Schema) -> Shape.Kind? {
        guard let chooser = chooser(of: schema) else { return nil }
        let members = (chooser.anyOf.isEmpty ? chooser.oneOf : chooser.anyOf)
            .filter { !Nullability.isNull($0, in: document) }
        guard members.count > 1, chooser.anyOf.isEmpty || chooser.oneOf.isEmpty,
            chooser !== schema || !schema.properties.isEmpty || !schema.allOf.isEmpty,
            !members.contains(where: { includes(schema, in: $0) }),
            members.allSatisfy({ objectShape(of: [schema, $0], base: schema) != nil })
        else { return nil }
        return .union(members.map { Shape.Alternative(schema: $0, base: schema) })
    }

    /// The schema that lists the alternatives of an object: the schema itself, or the one part of its `allOf` that does, where
    /// others say more of the object.
    func chooser(of schema: Schema) -> Schema? {
        if !schema.anyOf.isEmpty || !schema.oneOf.isEmpty { return listsAlternatives(schema) ? schema : nil }
        let telling = schema.allOf.filter { !$0.isFreeForm || !$0.required.isEmpty }
        guard telling.count > 1 || telling.count == 1 && !(schema.properties.isEmpty && schema.required.isEmpty) else {
            return nil
        }
        guard includedAlternatives.mayBe(in: schema) else { return nil }
        var choosers: [Schema] = []
        var pending = schema.allOf
        var seen: Set<ObjectIdentifier> = []
        while let next = pending.popLast() {
            let target = document.target(of: next)
            guard seen.insert(ObjectIdentifier(target)).inserted else { continue }
            if inheritance.heirs(of: target) == nil, listsAlternatives(target),
                !(target.anyOf + target.oneOf).contains(where: { includes(schema, in: $0) })
            {
                choosers.append(target)
            }
            pending += target.allOf
        }
        return choosers.count == 1 ? choosers[0] : nil
    }

    private func listsAlternatives(_ schema: Schema) -> Bool {
        let alternatives = schema.anyOf + schema.oneOf
        return !alternatives.isEmpty && !assertsOnlyRequired(alternatives)
    }

    private func plainKind(of schema: Schema) -> Shape.Kind {
        let types = (schema.types ?? spokenTypes(of: schema)).filter { $0 != .null }
        guard types.count == 1 else {
            if types.isEmpty { return .any }
            if let number = FlexibleNumberShape.number(of: schema, types) { return .flexibleNumber(number) }
            return .union(types.map { Shape.Alternative(schema: schema, type: $0) })
        }
        return kind(of: schema, as: types[0])
    }

    /// What values of one type are, where a schema allows that type.
    func kind(of schema: Schema, as type: SchemaType) -> Shape.Kind {
        if let (values, _) = EnumerationShape.listed(by: schema, as: type) { return .enumeration(values) }
        if let type = schema.format.flatMap({ options.types["format:" + $0] }) { return .external(type) }
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

    /// The type that keywords speak of where `type` is missing, as in many real documents.
    private func spokenTypes(of schema: Schema) -> [SchemaType] {
        if !schema.properties.isEmpty || schema.additionalProperties != nil || !schema.patternProperties.isEmpty {
            return [.object]
        }
        if schema.items != nil || !schema.prefixItems.isEmpty { return [.array] }
        let values = schema.constant.map { [$0] } ?? schema.enumeration ?? []
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
    /// Whether the schema says nothing of what values are: annotations do not count.
    var isFreeForm: Bool {
        boolean == true
            || (reference == nil && types == nil && enumeration == nil && constant == nil && properties.isEmpty
                && items == nil && additionalProperties == nil && allOf.isEmpty && anyOf.isEmpty && oneOf.isEmpty)
    }
}
