/// The names of the top level, and who would like which name where.
struct NameTable {
    /// The names that are taken, of declarations and of what operations need.
    private(set) var topLevel: Set<String> = []
    private var claimants: [Place: [DeclarationID]] = [:]

    /// Where declarations stand that want the same name.
    private struct Place: Hashable {
        var parent: DeclarationID?
        var name: String
    }

    mutating func take(_ names: some Sequence<String>) { topLevel.formUnion(names) }

    /// A name at the top level that nothing else has: the first of some that is free.
    mutating func free(_ wanted: [String]) -> String {
        let name = UniqueNames.first(of: wanted.map(ReservedNames.type), beside: topLevel)
        topLevel.insert(name)
        return name
    }

    /// `TreeValidator`, or `TreeValidator2` beside it.
    mutating func numbered(_ wanted: String) -> String {
        let name = UniqueNames.numbered(wanted, beside: topLevel)
        topLevel.insert(name)
        return name
    }

    mutating func add(_ id: DeclarationID, claiming claim: NameClaim, in parent: DeclarationID?) {
        claimants[Place(parent: parent, name: claim.names[0]), default: []].append(id)
    }

    /// The declarations that would like a name best in a place.
    func claimants(of claim: NameClaim, in parent: DeclarationID?) -> [DeclarationID] {
        claimants[Place(parent: parent, name: claim.names[0])] ?? []
    }
}
