import ApusYAML

/// The property by whose constants the members of a union are told apart has its value from the initialiser, also where it
/// need not be there: a member without it would be taken for another one.
extension SchemaPlanner {
    func planTags() {
        for declaration in declarations {
            guard case .union(let union) = declaration.kind else { continue }
            switch union.choice {
            case .firstMatch, .discriminator: break
            case .constant(let key, let values):
                for (member, values) in zip(union.members, values) where values.count == 1 {
                    planTag(key, Node(.string(values[0]), at: declaration.location), of: member.type)
                }
            }
        }
    }

    private func planTag(_ key: String, _ value: Node, of type: TypeReference) {
        guard case .declared(let id) = type, case .structure(var structure) = declarations[id.index].kind,
            let position = structure.properties.firstIndex(where: { $0.key == key }),
            structure.properties[position].presence == .optional
        else { return }
        structure.properties[position].constant = literal(value, type: structure.properties[position].type)
        declarations[id.index].kind = .structure(structure)
    }
}
