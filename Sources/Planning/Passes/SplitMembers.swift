/// Creates a case for each value of a discriminator that leads to a type that does not contain the value: `mapping: {swipe: Swipe,
/// swipe2: Swipe}` -> `case swipe(Swipe)`, `case swipe2(Swipe)`.
///
/// Needs every draft; runs before cases are named.
enum SplitMembers {
    static func split(in drafts: inout Drafts) {
        for draft in drafts.all {
            guard case .union(var union) = draft.content, case .discriminator(let key, let values) = union.choice else {
                continue
            }
            var members: [UnionDraft.Member] = []
            var split: [[String]] = []
            var fallback: Int?
            for (position, member) in union.members.enumerated() {
                let isFallback = position == union.fallback
                if isFallback { fallback = members.count }
                guard !isFallback, !values[position].isEmpty, drafts.lacks(key, member.type) else {
                    members.append(member)
                    split.append(values[position])
                    continue
                }
                for value in values[position] {
                    var member = member
                    member.tag = Union.Tag(key: key, value: .added(value))
                    members.append(member)
                    split.append([value])
                }
            }
            guard members.contains(where: { $0.tag != nil }) else { continue }
            union.members = members
            union.choice = .discriminator(key: key, values: split)
            union.fallback = fallback
            drafts.define(draft.id, as: .union(union))
        }
    }
}

extension Drafts {
    fileprivate func lacks(_ key: String, _ type: TypeReference) -> Bool {
        guard let (_, structure) = object(type) else { return false }
        return structure.additional == nil && !structure.properties.contains { $0.key == key }
    }

    /// The object that a type stands for, if it is an object in JSON.
    func object(_ type: TypeReference) -> (id: DeclarationID, structure: StructureDraft)? {
        guard case .declared(let id) = resolved(type), let structure = structure(id), structure.codec == .json else {
            return nil
        }
        return (id, structure)
    }
}
