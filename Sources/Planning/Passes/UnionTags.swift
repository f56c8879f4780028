/// The values by which unions identify their members. They are always written, even if a member does not list them.
///
/// Needs split members, and the final decision on which members of objects are optional.
enum UnionTags {
    /// A tag that a member may lack is set by its initialiser; the tag of a discriminator is also written if a value lacks it.
    static func tag(in drafts: inout Drafts) {
        var constants: [PropertyPlace: [Literal]] = [:]
        for draft in drafts.all {
            guard case .union(var union) = draft.content, let (key, values) = union.choice.tags else { continue }
            for position in union.members.indices where !values[position].isEmpty && position != union.fallback {
                let type = union.members[position].type
                if case .discriminator = union.choice, let tag = keptTag(key, values[position][0], type, in: drafts) {
                    union.members[position].tag = tag
                }
                guard let (place, literal) = optionalTag(key, values[position][0], type, in: drafts) else { continue }
                if values[position].count == 1 { constants[place, default: []].append(literal) }
                // A member that is identified by a constant is valid without it, and is written as it was read.
                if case .constant = union.choice { continue }
                union.members[position].tag = Union.Tag(key: key, value: .filled(property: place.name, literal))
            }
            drafts.define(draft.id, as: .union(union))
        }
        for (place, literals) in constants where Set(literals).count == 1 {
            guard var structure = drafts.structure(place.id) else { continue }
            structure.properties[place.index].constant = literals[0]
            drafts.define(place.id, as: .structure(structure))
        }
    }

    private struct PropertyPlace: Hashable {
        var id: DeclarationID
        var index: Int
        var name: String
    }

    /// The property for the tag if it is optional, and the tag as the property's value.
    private static func optionalTag(
        _ key: String, _ tag: String, _ type: TypeReference, in drafts: Drafts
    ) -> (place: PropertyPlace, literal: Literal)? {
        guard let (id, structure) = drafts.object(type),
            let index = structure.properties.firstIndex(where: { $0.key == key }),
            case let property = structure.properties[index], property.presence == .optional,
            case .optional(let wrapped) = property.type, let literal = drafts.tagLiteral(tag, type: wrapped)
        else { return nil }
        return (PropertyPlace(id: id, index: index, name: property.name), literal)
    }

    /// A tag without a property is among the other members that the type keeps.
    private static func keptTag(
        _ key: String, _ tag: String, _ type: TypeReference, in drafts: Drafts
    ) -> Union.Tag? {
        if case .dictionary(let value, .builtin(.string)) = drafts.resolved(type) {
            return drafts.tagLiteral(tag, type: value).map { Union.Tag(key: key, value: .kept(property: nil, $0)) }
        }
        guard let (_, structure) = drafts.object(type), let additional = structure.additional,
            !structure.properties.contains(where: { $0.key == key }),
            let literal = drafts.tagLiteral(tag, type: additional.value)
        else { return nil }
        return Union.Tag(key: key, value: .kept(property: additional.name, literal))
    }
}

extension UnionChoice {
    /// The property that distinguishes the members, if it is a direct property of them.
    fileprivate var tags: (key: String, values: [[String]])? {
        switch self {
        case .trial: nil
        case .discriminator(let key, let values): (key, values)
        case .constant(let path, let values): path.count == 1 ? (path[0], values) : nil
        }
    }
}
