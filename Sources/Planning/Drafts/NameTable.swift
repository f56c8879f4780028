/// The names at the top level, and the declarations that claim each name in each place.
struct NameTable {
    /// The names that are taken, by declarations and by what operations need.
    private(set) var topLevel: Set<String> = []
    private var claimants: [Place: [DeclarationID]] = [:]

    /// The place of declarations that want the same name.
    private struct Place: Hashable {
        var parent: DeclarationID?
        var name: String
    }

    mutating func take(_ names: some Sequence<String>) { topLevel.formUnion(names) }

    /// The first of the wanted names that is free at the top level.
    mutating func free(_ wanted: [String]) -> String {
        let name = UniqueNames.first(of: wanted.map(ReservedNames.type), beside: topLevel)
        topLevel.insert(name)
        return name
    }

    /// `TreeValidator`, or `TreeValidator2` if that is taken.
    mutating func numbered(_ wanted: String) -> String {
        let name = UniqueNames.numbered(wanted, beside: topLevel)
        topLevel.insert(name)
        return name
    }

    mutating func add(_ id: DeclarationID, claiming claim: NameClaim, in parent: DeclarationID?) {
        claimants[Place(parent: parent, name: claim.names[0]), default: []].append(id)
    }

    /// The declarations that prefer the same name in a place.
    func claimants(of claim: NameClaim, in parent: DeclarationID?) -> [DeclarationID] {
        claimants[Place(parent: parent, name: claim.names[0])] ?? []
    }
}
