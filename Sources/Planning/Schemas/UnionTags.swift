import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// The values by which unions call their members, which are always written: also where a member does not list them.
extension SchemaPlanner {
    /// A case for each value of a discriminator that leads to a type which does not hold the value:
    /// `mapping: {swipe: Swipe, swipe2: Swipe}` -> `case swipe(Swipe)`, `case swipe2(Swipe)`.
    func splitTaggedMembers() {
        for index in declarations.indices {
            guard case .union(var union) = declarations[index].kind, let sources = unionMembers[declarations[index].id],
                case .discriminator(let key, let values) = union.choice
            else { continue }
            var members: [Union.Member] = []
            var split: [(source: [Shape.Alternative], values: [String])] = []
            for (position, member) in union.members.enumerated() {
                if position == union.fallback { union.fallback = members.count }
                if position != union.fallback, !values[position].isEmpty, lacks(key, member.type) {
                    for value in values[position] {
                        var member = member
                        member.tag = Union.Tag(key: key, value: .added(value))
                        members.append(member)
                        split.append((sources[position], [value]))
                    }
                } else {
                    members.append(member)
                    split.append((sources[position], values[position]))
                }
            }
            guard members.contains(where: { $0.tag != nil }) else { continue }
            union.members = members
            union.choice = .discriminator(key: key, values: split.map(\.values))
            union.tried = Array(members.indices)
            unionMembers[declarations[index].id] = split.map(\.source)
            declarations[index].kind = .union(union)
        }
    }

    private func lacks(_ key: String, _ type: TypeReference) -> Bool {
        guard let (_, structure) = structure(type) else { return false }
        return structure.additional == nil && !structure.properties.contains { $0.key == key }
    }

    private func structure(_ type: TypeReference) -> (id: DeclarationID, structure: Structure)? {
        guard case .declared(let id) = resolved(type), case .structure(let structure) = declarations[id.index].kind,
            structure.codec == .json
        else { return nil }
        return (id, structure)
    }

    /// A tag that a member may lack is what its initialiser says; a discriminator's is also written where a value lacks it.
    func tagMembers() {
        var constants: [PropertyPlace: [Literal]] = [:]
        for index in declarations.indices {
            guard case .union(var union) = declarations[index].kind, let (key, values) = union.choice.tags else {
                continue
            }
            for position in union.members.indices where !values[position].isEmpty && position != union.fallback {
                if case .discriminator = union.choice {
                    let tag = keptTag(key, values[position][0], type: union.members[position].type)
                    union.members[position].tag = tag ?? union.members[position].tag
                }
                guard let (id, structure) = structure(union.members[position].type),
                    let place = structure.properties.firstIndex(where: { $0.key == key }),
                    case .optional(let type) = structure.properties[place].type,
                    structure.properties[place].presence == .optional,
                    let literal = tagLiteral(values[position][0], type: type)
                else { continue }
                if values[position].count == 1 {
                    constants[PropertyPlace(id: id, index: place), default: []].append(literal)
                }
                // A member that is told by a constant is valid without it, and is written as it was read.
                if case .constant = union.choice { continue }
                let property = structure.properties[place].name
                union.members[position].tag = Union.Tag(key: key, value: .filled(property: property, literal))
            }
            declarations[index].kind = .union(union)
        }
        for (place, literals) in constants where Set(literals).count == 1 {
            guard case .structure(var structure) = declarations[place.id.index].kind else { continue }
            structure.properties[place.index].constant = literals[0]
            declarations[place.id.index].kind = .structure(structure)
        }
    }

    /// A tag that no property names is among the other members that the type keeps.
    private func keptTag(_ key: String, _ tag: String, type: TypeReference) -> Union.Tag? {
        if case .dictionary(let value, .builtin(.string)) = resolved(type) {
            return tagLiteral(tag, type: value).map { Union.Tag(key: key, value: .kept(property: nil, $0)) }
        }
        guard let (_, structure) = structure(type), let additional = structure.additional,
            !structure.properties.contains(where: { $0.key == key }),
            let literal = tagLiteral(tag, type: additional.value)
        else { return nil }
        return Union.Tag(key: key, value: .kept(property: additional.name, literal))
    }

    private struct PropertyPlace: Hashable {
        var id: DeclarationID
        var index: Int
    }

    /// A tag as a value of the property's type: `1` for the text `1` where that is an integer.
    func tagLiteral(_ tag: String, type: TypeReference) -> Literal? {
        let values: [Node.Value] =
            [.string(tag)] + (Int(tag).map { [.number(NumberText($0))] } ?? [])
            + (Bool(tag).map { [.bool($0)] } ?? [])
        return values.lazy.compactMap { self.literal(Node($0, at: .unknown), type: type) }.first
    }
}

extension UnionChoice {
    /// The property that tells members apart, where it is their own.
    fileprivate var tags: (key: String, values: [[String]])? {
        switch self {
        case .trial: nil
        case .discriminator(let key, let values): (key, values)
        case .constant(let path, let values): path.count == 1 ? (path[0], values) : nil
        }
    }
}
