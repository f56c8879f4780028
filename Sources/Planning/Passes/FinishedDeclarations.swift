import ApusOpenAPI

/// Completes drafts with the results of the passes.
struct FinishedDeclarations {
    let names: [String]
    let caseNames: [DeclarationID: [String]]
    let usage: TypeUsage
    let accessors: [DeclarationID: [Int: DefaultAccessor]]
    let choices: [DeclarationID: UnionChoices.Choice]
    let xml: [DeclarationID: [XMLMemberPlan]]
    let indirection: Indirection
    let checks: [DeclarationID: Check]

    func declaration(_ draft: Draft) -> Declaration {
        Declaration(
            id: draft.id,
            name: names[draft.id.index],
            parent: draft.parent,
            nested: draft.nested,
            documentation: draft.documentation,
            kind: kind(of: draft),
            xml: xml[draft.id] ?? [],
            check: checks[draft.id],
            usage: usage[draft.id],
            location: draft.source.schema.location
        )
    }

    private func kind(of draft: Draft) -> Declaration.Kind {
        switch draft.content {
        case .structure(let structure): .structure(self.structure(structure, draft.id))
        case .enumeration(let enumeration): .enumeration(enumeration)
        case .union(let union):
            choices[draft.id].map { .union(self.union(union, $0, draft.id)) } ?? .alias(.builtin(.json))
        case .recursive(let type): .union(recursive(type, draft.id))
        case .alias(let type): .alias(type)
        // Every reserved draft is defined by now; otherwise it would be free-form JSON.
        case .reserved: .alias(.builtin(.json))
        }
    }

    private func structure(_ draft: StructureDraft, _ id: DeclarationID) -> Structure {
        let properties = draft.properties.enumerated().map { position, property in
            Property(
                key: property.key,
                name: property.name,
                type: property.type,
                presence: property.presence,
                constant: property.constant,
                defaultAccessor: accessors[id]?[position],
                access: property.access,
                isIndirect: indirection.properties[id]?.contains(position) ?? false,
                part: property.part,
                documentation: property.documentation
            )
        }
        return Structure(codec: draft.codec, properties: properties, additional: draft.additional)
    }

    private func union(_ draft: UnionDraft, _ choice: UnionChoices.Choice, _ id: DeclarationID) -> Union {
        let members = choice.order.enumerated().map { position, original in
            Union.Member(
                name: caseNames[id]?[original] ?? "",
                type: draft.members[original].type,
                check: choice.checks[position],
                tag: draft.members[original].tag
            )
        }
        return Union(
            members: members, choice: draft.choice, tried: choice.tried, isOpen: choice.isOpen,
            isIndirect: indirection.unions.contains(id), fallback: draft.fallback
        )
    }

    /// `case list([Tree])`
    private func recursive(_ type: TypeReference, _ id: DeclarationID) -> Union {
        let isMap = if case .dictionary = type { true } else { false }
        return Union(
            members: [Union.Member(name: isMap ? "map" : "list", type: type)], choice: .trial, tried: [0],
            isOpen: false,
            isIndirect: indirection.unions.contains(id)
        )
    }
}
