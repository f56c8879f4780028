import ApusOpenAPI
import ApusYAML

/// `allOf`: one type for everything that its members state, and for the keywords beside them or beside a `$ref`.
extension Shapes {
    /// The only member that says anything, one object with the properties of all members, or the one type of other values that they
    /// agree on; `nil` if they do not agree.
    func mergedShape(of schema: Schema) -> Shape? {
        let telling = schema.allOf.filter { !$0.isFreeForm || !$0.required.isEmpty }
        if telling.count == 1, schema.reference == nil, schema.properties.isEmpty, schema.required.isEmpty,
            schema.patternProperties.isEmpty, case let member = telling[0],
            !isBase(document.target(of: member), of: [schema])
        {
            let shape = shape(of: member)
            if case .reference = shape.kind { return shape }
            return Shape(kind: .reference(member), isNullable: shape.isNullable)
        }
        return objectShape(of: [schema]).map { Shape(kind: $0) } ?? agreedShape(of: schema)
    }

    /// One object with the properties of several schemas; `nil` if not all of them are objects.
    ///
    /// - Parameter base: the schema among them that is also a union, whose alternatives are distinguished elsewhere.
    func objectShape(of schemas: [Schema], base: Schema? = nil) -> Shape.Kind? {
        var parts = ObjectParts(heirs: schemas, base: base, chooser: base.flatMap { chooser(of: $0) })
        guard schemas.allSatisfy({ collect($0, into: &parts, depth: 0) }) else { return nil }
        for index in parts.members.indices where parts.required.contains(parts.members[index].key) {
            parts.members[index].isRequired = true
        }
        for schema in parts.closed { reportForbidden(by: schema, parts.requiredKeys) }
        let known = parts.positions
        if parts.members.isEmpty, parts.patterns.isEmpty { return .dictionary(keys: nil, values: parts.additional) }
        return .structure(
            ObjectShape(
                members: parts.members,
                undescribed: parts.requiredKeys.filter { known[$0] == nil },
                additional: parts.additional,
                patterns: parts.patterns,
                isClosed: !parts.closed.isEmpty
            )
        )
    }

    /// The combined contents of the members of an `allOf`.
    private struct ObjectParts {
        var members: [ObjectShape.Member] = []
        var required: Set<String> = []
        /// The required keys in the order of the document.
        var requiredKeys: [String] = []
        var additional: Schema?
        var patterns: [OrderedMap<Schema>.Entry] = []
        /// The schemas that allow no members other than their own.
        var closed: [Schema] = []
        /// The component whose members are currently being collected, or the base.
        var owner: Schema?
        /// The schemas that have been visited; one that is visited later may be the base of one of them.
        var heirs: [Schema]
        /// The schemas whose members have been collected: if a schema is reached twice, its members are collected once.
        var collected: Set<ObjectIdentifier> = []
        /// The positions of the members, by key.
        var positions: [String: Int] = [:]
        let base: Schema?
        /// The schema that lists the alternatives of the base: the base itself or a part of it.
        let chooser: Schema?

        init(heirs: [Schema], base: Schema?, chooser: Schema?) {
            self.heirs = heirs
            self.base = base
            self.chooser = chooser
        }
    }

    /// Whether a schema's discriminator chooses among schemas that include it: these have its properties, and the choice has
    /// already been made.
    private func isBase(_ schema: Schema, of heirs: [Schema]) -> Bool {
        if let own = inheritance.heirs(of: schema) {
            return heirs.contains { heir in own.members.contains { $0.schema === heir } }
        }
        return schema.discriminator != nil
            && (schema.anyOf + schema.oneOf).contains { member in
                heirs.contains { document.includes($0, in: member) }
            }
    }

    private func collect(_ schema: Schema, into parts: inout ObjectParts, depth: Int) -> Bool {
        guard depth < 64 else { return false }
        if let boolean = schema.boolean { return boolean }
        guard parts.collected.insert(ObjectIdentifier(schema)).inserted else { return true }
        let owner = parts.owner
        defer { parts.owner = owner }
        if schema === parts.base { parts.owner = schema }
        if let reference = schema.reference {
            guard let target = document.schema(at: reference) else { return false }
            parts.owner = target
            guard collect(target, into: &parts, depth: depth + 1) else { return false }
            parts.owner = owner
        }
        let isChosen = schema === parts.base || schema === parts.chooser || isBase(schema, of: parts.heirs)
        let alternatives = schema.anyOf + schema.oneOf
        guard alternatives.isEmpty || isChosen || assertsOnlyRequired(alternatives), schema.enumeration == nil,
            schema.types.map({ $0.contains(.object) }) ?? true
        else { return false }
        parts.heirs.append(schema)
        guard schema.allOf.allSatisfy({ collect($0, into: &parts, depth: depth + 1) }) else { return false }
        for entry in schema.properties {
            if let index = parts.positions[entry.key] {
                let known = parts.members[index].schema
                reportConflict(entry, with: known)
                let combined = combined(known, entry.value)
                parts.members[index].schema = combined.schema
                if let base = combined.base { parts.members[index].base = base }
                if combined.schema !== known { parts.members[index].owner = parts.owner }
            } else {
                parts.positions[entry.key] = parts.members.count
                parts.members.append(
                    ObjectShape.Member(key: entry.key, schema: entry.value, isRequired: false, owner: parts.owner)
                )
            }
        }
        for key in schema.required.map(\.value) where parts.required.insert(key).inserted {
            parts.requiredKeys.append(key)
        }
        parts.patterns += schema.patternProperties
        if let own = schema.additionalProperties {
            if own.boolean == false { parts.closed.append(schema) } else { parts.additional = own }
        }
        return true
    }

    /// Of two schemas for one property, the one that says more about its type, else the last one; both are validated. If both are
    /// objects that each say more than the other, the last one with the first one as its base.
    private func combined(_ first: Schema, _ last: Schema) -> (schema: Schema, base: Schema?) {
        if narrows(last, first) { return (first, nil) }
        if narrows(first, last) { return (last, nil) }
        if isInlineObject(last), isInlineObject(document.target(of: first)) { return (last, first) }
        let (names, others) = (MemberNames(of: first, in: document).paths, MemberNames(of: last, in: document).paths)
        if names != others {
            if names.isSuperset(of: others) { return (first, nil) }
            if others.isSuperset(of: names) { return (last, nil) }
        }
        return (specificity(of: first) > specificity(of: last) ? first : last, nil)
    }

    private func isInlineObject(_ schema: Schema) -> Bool {
        schema.reference == nil && schema.enumeration == nil && schema.constant == nil && !schema.properties.isEmpty
            && schema.types.map { $0 == [.object] } ?? true && schema.anyOf.isEmpty && schema.oneOf.isEmpty
    }

    /// Whether a schema of lists or objects asserts more about values than another one, but says no more about their type: `{items:
    /// {minLength: 2}}` beside `{type: array, items: {type: string}}`.
    private func narrows(_ schema: Schema, _ other: Schema) -> Bool {
        let isContainer = schema.items != nil || !schema.properties.isEmpty || schema.additionalProperties != nil
        return isContainer && addsNothing(schema, to: other, depth: 0)
    }

    private func addsNothing(_ schema: Schema, to other: Schema, depth: Int) -> Bool {
        guard depth < 16, schema.reference == nil, schema.boolean == nil, schema.enumeration == nil,
            schema.constant == nil, schema.allOf.isEmpty, schema.anyOf.isEmpty, schema.oneOf.isEmpty,
            schema.prefixItems.isEmpty, schema.patternProperties.isEmpty
        else { return schema === other }
        let target = document.target(of: other)
        func adds(_ schema: Schema?, _ other: Schema?) -> Bool {
            guard let schema, schema.boolean == nil else { return false }
            return other.map { !addsNothing(schema, to: $0, depth: depth + 1) } ?? !schema.isFreeForm
        }
        let isOfItsType =
            schema.types.map { types in target.types.map { Set($0).isSuperset(of: types) } ?? false } ?? true
        return isOfItsType && (schema.format == nil || schema.format == target.format)
            && !adds(schema.items, target.items) && !adds(schema.additionalProperties, target.additionalProperties)
            && schema.properties.allSatisfy { entry in
                Discriminators.property(entry.key, of: target, in: document).map {
                    addsNothing(entry.value, to: $0, depth: depth + 1)
                } ?? false
            }
    }

    private func specificity(of schema: Schema) -> Int {
        let target = document.target(of: schema)
        if target.constant != nil || target.enumeration != nil { return 4 }
        if target.isFreeForm { return 0 }
        if target.types == [.number] || target.types?.count ?? 1 > 1 { return 1 }
        return target.format != nil || target.items != nil || !target.properties.isEmpty ? 3 : 2
    }

    // MARK: Other values than objects

    /// The type that the members of an `allOf` agree on: the type of the member that says the most.
    private func agreedShape(of schema: Schema) -> Shape? {
        var parts: [Schema] = []
        var seen: Set<ObjectIdentifier> = []
        guard flatten(schema, into: &parts, &seen, depth: 0) else { return nil }
        let typed = parts.filter { $0.types != nil }.map { Set($0.types ?? []) }
        guard let first = typed.first else { return nil }
        let integers: Set<SchemaType> = [.integer]
        let agreed = typed.dropFirst().reduce(first) { types, other in
            let both = types.intersection(other)
            if types.contains(.integer) && other.contains(.number)
                || types.contains(.number) && other.contains(.integer)
            {
                return both.union(integers).subtracting([.number])
            }
            return both
        }
        let values = agreed.subtracting([.null])
        guard values.count == 1, let type = values.first, type != .object,
            let telling = parts.max(by: { specificity(of: $0) < specificity(of: $1) })
        else { return nil }
        let isNullable = agreed.contains(.null)
        let enumerations = parts.compactMap(\.enumeration)
        if enumerations.count > 1 {
            let common = enumerations.dropFirst().reduce(enumerations[0]) { values, other in
                values.filter(other.contains)
            }
            guard let shape = EnumerationShape(common.map { .init(node: $0) }, declared: [type]) else { return nil }
            return Shape(kind: .enumeration(shape), isNullable: isNullable)
        }
        let isDeclared = telling !== schema && isComponent(telling)
        return Shape(kind: isDeclared ? .reference(telling) : kind(of: telling, as: type), isNullable: isNullable)
    }

    /// Collects the schemas that all apply to one value; `false` if there are alternatives.
    private func flatten(
        _ schema: Schema, into parts: inout [Schema], _ seen: inout Set<ObjectIdentifier>, depth: Int
    ) -> Bool {
        guard depth < 64, schema.boolean != false, schema.anyOf.isEmpty, schema.oneOf.isEmpty else { return false }
        if schema.boolean == true { return true }
        guard seen.insert(ObjectIdentifier(schema)).inserted else { return true }
        parts.append(schema)
        let targets = schema.allOf + (schema.reference.flatMap { document.schema(at: $0) }.map { [$0] } ?? [])
        return targets.allSatisfy { flatten($0, into: &parts, &seen, depth: depth + 1) }
    }
}
