import ApusDiagnostics
import ApusYAML

/// The accessors of properties that have a default.
///
/// Needs every enumeration, the final decision on which members are optional, and names for reports.
struct DefaultAccessors {
    let drafts: Drafts
    let literals: DefaultLiterals

    /// Returns the accessors, keyed by the positions of their properties.
    func assign() -> [DeclarationID: [Int: DefaultAccessor]] {
        var accessors: [DeclarationID: [Int: DefaultAccessor]] = [:]
        for draft in drafts.all {
            guard case .structure(let structure) = draft.content,
                structure.properties.contains(where: { $0.defaultNode != nil })
            else { continue }
            var taken = Set(structure.properties.map(\.name) + [structure.additional?.name].compactMap { $0 })
            for (position, property) in structure.properties.enumerated() {
                guard let accessor = accessor(of: property, beside: taken) else { continue }
                accessors[draft.id, default: [:]][position] = accessor
                taken.insert(accessor.name)
            }
        }
        return accessors
    }

    private func accessor(of property: PropertyDraft, beside taken: Set<String>) -> DefaultAccessor? {
        guard let node = property.defaultNode else { return nil }
        let isNullable: Bool
        switch property.presence {
        case .required, .nullable: return nil
        case .optional: isNullable = false
        case .threeState: isNullable = true
        }
        let literal = literals.literal(node, type: property.type.withoutNull, isNullable: isNullable, in: drafts)
        return literal.map { literal in
            DefaultAccessor(name: UniqueNames.numbered(property.name + "OrDefault", beside: taken), value: literal)
        }
    }
}
