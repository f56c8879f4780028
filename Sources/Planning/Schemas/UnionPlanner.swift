import ApusDiagnostics
import ApusOpenAPI

extension SchemaPlanner {
    func defineUnion(_ id: DeclarationID, _ alternatives: [Shape.Alternative], of schema: Schema) {
        var members: [UnionDraft.Member] = []
        var positions: [TypeReference: Int] = [:]
        let roles = UnionMemberNames(document: document, union: types.drafts[id].name.wanted, members: alternatives)
        for (index, member) in alternatives.enumerated() {
            let planned = type(of: member, naming: roles.naming(at: index, in: id))
            // `[string, string(date-time)]`: equal types are one member.
            if let known = positions[planned.type] {
                members[known].sources.append(member)
            } else {
                positions[planned.type] = members.count
                members.append(UnionDraft.Member(type: planned.type, sources: [member]))
            }
        }
        let chooser = shapes.inheritance.heirs(of: schema) == nil ? shapes.chooser(of: schema) ?? schema : schema
        let choice = choice(
            schema, chooser, members.map { $0.sources[0].schema }, hasTwins: members.contains { $0.sources.count > 1 }
        )
        var union = UnionDraft(members: members, choice: choice, isOpen: options.enums == .open)
        if shapes.inheritance.heirs(of: schema) != nil {
            // A value of no other kind belongs to the base itself.
            union.fallback = members.indices.last
            union.isOpen = false
        }
        if case .discriminator = choice,
            let target = chooser.discriminator?.defaultMapping.flatMap({ document.schema(at: $0) })
        {
            let named = members.firstIndex { document.target(of: $0.sources[0].schema) === target }
            union.fallback = named ?? union.fallback
            if union.fallback != nil { union.isOpen = false }
        }
        types.drafts.define(id, as: .union(union))
    }

    private func choice(_ schema: Schema, _ chooser: Schema, _ schemas: [Schema], hasTwins: Bool) -> UnionChoice {
        if let heirs = shapes.inheritance.heirs(of: schema) {
            let values = schemas.map { schema in heirs.members.first { $0.schema === schema }?.values ?? [] }
            return .discriminator(key: heirs.key, values: values)
        }
        if let key = chooser.discriminator?.propertyName.value {
            if let values = Discriminators.choice(of: chooser, among: schemas, in: document) {
                return .discriminator(key: key, values: values)
            }
            diagnostics.report(
                .unsupportedKeyword,
                "`discriminator` does not distinguish all members, so the first one for which a value is valid is chosen",
                at: chooser.location(of: "discriminator")
            )
        }
        if hasTwins { return .trial }
        let objects = schemas.map { schema -> Schema? in
            if case .structure? = shapes.objectShape(of: [schema]) { schema } else { nil }
        }
        // If there are also maps or free-form values, a tag does not identify a member.
        let others = zip(schemas, objects).filter { $1 == nil }.map(\.0)
        guard others.allSatisfy({ !mayBeObject($0) }),
            let (path, values) = Discriminators.constants(of: objects, in: document)
        else { return .trial }
        return .constant(path: path, values: values)
    }

    private func mayBeObject(_ schema: Schema) -> Bool {
        let target = document.target(of: schema)
        guard let types = target.types else { return true }
        return types.contains(.object)
    }
}
