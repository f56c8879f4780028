import ApusOpenAPI

/// Which of the names that they would like declarations get, once all are known: what two claim, neither has. So no name
/// depends on what the document says first.
///
///     title `Node` of `first` and, of another schema, of `second`    -> First, Second
///     items of `statuses` beside `status`                            -> StatusDetails
extension SchemaPlanner {
    /// Parents first: what is nested in a declaration may not be called as it.
    func settleNames() {
        settle(inlineRoots, beside: topLevelNames)
        topLevelNames.formUnion(inlineRoots.map { declarations[$0.index].name })
        var pending = declarations.filter { $0.parent == nil }.map(\.id)
        while let id = pending.popLast() {
            let nested = declarations[id.index].nested
            if nested.isEmpty { continue }
            settle(nested, beside: enclosingNames(id).union(memberNames[id, default: []]))
            pending += nested
        }
        splitTaggedMembers()
        nameUnionMembers()
    }

    private func settle(_ ids: [DeclarationID], beside taken: Set<String>) {
        var taken = taken
        for yields in [false, true] {
            let ids = ids.filter { claims[$0]?.yields ?? false == yields }
            let names = UniqueNames.settle(
                ids.map { claims[$0]?.names ?? [declarations[$0.index].name] }, beside: taken
            )
            for (id, name) in zip(ids, names) { declarations[id.index].name = name }
            taken.formUnion(names)
        }
    }

    private func enclosingNames(_ id: DeclarationID) -> Set<String> {
        var names: Set<String> = []
        var current: DeclarationID? = id
        while let declaration = current {
            names.insert(declarations[declaration.index].name)
            current = declarations[declaration.index].parent
        }
        return names
    }

    /// The declaration beside which one for an equal schema would stand under the same name: both are one type.
    func twin(of source: Shape.Alternative, naming: Naming, suffix: String) -> DeclarationID? {
        let claim = naming.claim(title: source.schema.title, suffix: suffix)
        let place = NamePlace(parent: naming.parent.map(shallow), name: claim.names[0])
        let twin = claimants[place, default: []].first { id in
            let other = sources[id.index]
            return other.type == source.type && other.base === source.base && other.schema.isEqual(to: source.schema)
        }
        guard let twin else { return nil }
        twins[ObjectIdentifier(source.schema)] = twin
        // Of the roles that it has, always the same stands in for the title.
        if let known = claims[twin], claim.names.lexicographicallyPrecedes(known.names) { claims[twin] = claim }
        return twin
    }
}

/// Where declarations stand that want the same name.
struct NamePlace: Hashable {
    var parent: DeclarationID?
    var name: String
}
