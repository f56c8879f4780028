/// Decides which of their candidate names declarations get, once all are known: if two claim the same name, neither gets it. So no
/// name depends on what comes first in the document.
///
///     title `Node` of `first` and, of another schema, of `second`    -> First, Second
///     items of `statuses` beside `status`                            -> StatusDetails
///
/// Needs every draft, with the names of its members, and the names that operations use at the top level.
struct SettledNames {
    /// In the order of the drafts.
    private(set) var names: [String]

    /// Parents first: a nested declaration may not have the name of one around it.
    init(of drafts: Drafts, beside topLevel: Set<String>) {
        names = drafts.all.map(\.name.wanted)
        let roots = drafts.roots
        settle(roots.filter { !drafts[$0].isComponent }, of: drafts, beside: topLevel)
        var pending = roots
        while let id = pending.popLast() {
            let nested = drafts[id].nested
            if nested.isEmpty { continue }
            settle(nested, of: drafts, beside: enclosingNames(id, drafts).union(memberNames(of: id, drafts)))
            pending += nested
        }
    }

    private mutating func settle(_ ids: [DeclarationID], of drafts: Drafts, beside taken: Set<String>) {
        var taken = taken
        for yields in [false, true] {
            let claims = ids.compactMap { id -> (id: DeclarationID, claim: NameClaim)? in
                guard case .claimed(let claim) = drafts[id].name, claim.yields == yields else { return nil }
                return (id, claim)
            }
            let settled = UniqueNames.settle(claims.map(\.claim.names), beside: taken)
            for ((id, _), name) in zip(claims, settled) { names[id.index] = name }
            taken.formUnion(settled)
        }
    }

    private func memberNames(of id: DeclarationID, _ drafts: Drafts) -> Set<String> {
        drafts.structure(id)?.memberNames ?? []
    }

    private func enclosingNames(_ id: DeclarationID, _ drafts: Drafts) -> Set<String> {
        var enclosing: Set<String> = []
        var current: DeclarationID? = id
        while let next = current {
            enclosing.insert(names[next.index])
            current = drafts[next].parent
        }
        return enclosing
    }
}
