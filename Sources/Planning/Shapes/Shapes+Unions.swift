import ApusDiagnostics
import ApusOpenAPI

/// Alternatives: the members of `anyOf` and `oneOf`, together with the other keywords of a schema.
extension Shapes {
    /// Reports what is validated beside `anyOf` or `oneOf`, but not typed.
    func reportSiblings(of schema: Schema, members: [Schema], isUnion: Bool) {
        guard !members.isEmpty else { return }
        let chosen = schema.anyOf.isEmpty ? "oneOf" : "anyOf"
        var ignored: [(keyword: String, beside: String)] = []
        if !schema.anyOf.isEmpty, !schema.oneOf.isEmpty { ignored.append(("oneOf", "anyOf")) }
        if isUnion, !schema.properties.isEmpty, !members.allSatisfy({ document.includes(schema, in: $0) }) {
            ignored.append(("properties", chosen))
        }
        for (keyword, other) in ignored {
            diagnostics.report(
                .unsupportedKeyword,
                "`\(keyword)` beside `\(other)` is validated, but is not represented in the Swift type",
                at: schema.location(of: keyword)
            )
        }
    }

    /// `anyOf: [{required: [a]}, {required: [b]}]` beside properties states which members an object has, not alternatives for its
    /// type.
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
    func unionWithBase(_ schema: Schema) -> Shape.Kind? {
        guard let chooser = chooser(of: schema) else { return nil }
        let members = (chooser.anyOf.isEmpty ? chooser.oneOf : chooser.anyOf)
            .filter { !Nullability.isNull($0, in: document) }
        guard members.count > 1, chooser.anyOf.isEmpty || chooser.oneOf.isEmpty,
            chooser !== schema || !schema.properties.isEmpty || !schema.allOf.isEmpty,
            !members.contains(where: { document.includes(schema, in: $0) }),
            members.allSatisfy({ objectShape(of: [schema, $0], base: schema) != nil })
        else { return nil }
        return .union(members.map { Shape.Alternative(schema: $0, base: schema) })
    }

    /// The schema that lists the alternatives of an object: the schema itself, or the only part of its `allOf` that does, while
    /// other parts add to the object.
    func chooser(of schema: Schema) -> Schema? {
        if !schema.anyOf.isEmpty || !schema.oneOf.isEmpty { return listsAlternatives(schema) ? schema : nil }
        let telling = schema.allOf.filter { !$0.isFreeForm || !$0.required.isEmpty }
        guard telling.count > 1 || telling.count == 1 && !(schema.properties.isEmpty && schema.required.isEmpty) else {
            return nil
        }
        guard mayIncludeAlternatives(schema) else { return nil }
        var choosers: [Schema] = []
        var pending = schema.allOf
        var seen: Set<ObjectIdentifier> = []
        while let next = pending.popLast() {
            let target = document.target(of: next)
            guard seen.insert(ObjectIdentifier(target)).inserted else { continue }
            if inheritance.heirs(of: target) == nil, listsAlternatives(target),
                !(target.anyOf + target.oneOf).contains(where: { document.includes(schema, in: $0) })
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

    /// The values by which discriminators choose the declaration for the schema, if the member is their property.
    func discriminatorValues(_ key: String, of source: Shape.Alternative) -> [String]? {
        if source.schema.discriminator?.propertyName.value == key { return [] }
        guard let base = source.base else { return discriminated[ObjectIdentifier(source.schema)]?[key] }
        guard let chooser = chooser(of: base), chooser.discriminator?.propertyName.value == key else { return nil }
        return Discriminators.values(of: chooser, for: source.schema, in: document)
    }
}
