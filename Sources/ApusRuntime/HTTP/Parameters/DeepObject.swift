/// Reads the style `deepObject`, to any depth: `id[role]=admin&id[tags][0]=a&id[tags][1]=b`.
///
/// Arrays are read in any of their forms: `tags[0]`, `tags[]`, or `tags` several times.
struct DeepObject {
    /// An item's keys, and its text.
    private typealias Leaf = (keys: [String], text: String)

    /// The maximum number of keys of one item: each is a level of the value.
    private static let maximumDepth = 32

    /// `nil` if no item is part of the value.
    let value: ParameterText?

    init(named name: String, _ items: RequestItems, unescape: (Substring) -> String) {
        let leaves = items.pairs.compactMap { item -> Leaf? in
            Self.keys(of: item.name, in: name).map { ($0, unescape(item.raw)) }
        }
        value = leaves.isEmpty ? nil : .object(Self.members(leaves[...], level: 0))
    }

    /// `id[a][b]` -> a, b; `nil` for another name and for brackets that do not match.
    static func keys(of item: String, in name: String) -> [String]? {
        guard item.hasPrefix("\(name)["), item.hasSuffix("]") else { return nil }
        let keys = item.dropFirst(name.count + 1).dropLast().split(on: "][")
        return keys.count > maximumDepth ? nil : keys.map { String($0) }
    }

    private static func members(_ leaves: ArraySlice<Leaf>, level: Int) -> [ParameterText.Member] {
        var positions: [String: Int] = [:]
        var groups: [(key: String, leaves: [Leaf])] = []
        for leaf in leaves {
            let key = leaf.keys[level]
            if let position = positions[key] {
                groups[position].leaves.append(leaf)
            } else {
                positions[key] = groups.count
                groups.append((key, [leaf]))
            }
        }
        return groups.flatMap { group -> [ParameterText.Member] in
            let deeper = group.leaves.filter { $0.keys.count > level + 1 }
            if deeper.isEmpty { return group.leaves.map { .init(key: group.key, value: .primitive($0.text)) } }
            return [.init(key: group.key, value: .object(members(deeper[...], level: level + 1)))]
        }
    }
}
