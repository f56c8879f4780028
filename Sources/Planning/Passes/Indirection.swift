/// Types that contain themselves in place need a box: a union becomes `indirect`, a property `@Indirect`.
///
/// Needs members in their final form: a member that becomes optional changes its type.
struct Indirection {
    private(set) var unions: Set<DeclarationID> = []
    /// The positions of properties.
    private(set) var properties: [DeclarationID: Set<Int>] = [:]

    init(in drafts: Drafts) {
        var edges = drafts.all.map { $0.content.contents.flatMap(\.stored).map(\.index) }
        var groups = StronglyConnected.groups(of: edges)
        // A union on a cycle breaks it for all types on the cycle.
        for (index, draft) in drafts.all.enumerated() {
            guard draft.content.isUnion, edges[index].contains(where: { groups[$0] == groups[index] }) else { continue }
            unions.insert(draft.id)
            edges[index] = []
        }
        groups = StronglyConnected.groups(of: edges)
        for (index, draft) in drafts.all.enumerated() {
            guard case .structure(let structure) = draft.content else { continue }
            for (position, property) in structure.properties.enumerated() {
                let isCyclic = property.type.stored.contains {
                    groups[$0.index] == groups[index] && edges[$0.index] != []
                }
                if isCyclic { properties[draft.id, default: []].insert(position) }
            }
        }
    }
}

extension Draft.Content {
    /// Whether the draft becomes an enum with payloads.
    var isUnion: Bool {
        switch self {
        case .union, .recursive: true
        case .structure, .enumeration, .alias, .reserved: false
        }
    }
}
