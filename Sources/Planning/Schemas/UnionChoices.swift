import ApusOpenAPI

/// How unions tell their members apart, decided when all types are known.
///
/// The member chosen is the best one for which the value is valid. Where reading a value as a member's type finds the
/// same, no check is made.
extension SchemaPlanner {
    func chooseMembers() {
        let ids = declarations.map(\.id).filter { unionMembers[$0] != nil }
        for id in ids { orderMembers(of: id) }
        let needs = ids.map { (id: $0, checked: checkedMembers(of: $0)) }
        for (id, checked) in needs where checked.contains(.full) {
            for alternatives in unionMembers[id] ?? [] { checks.nameMembers(of: alternatives.flatMap(\.schemas)) }
        }
        for (id, checked) in needs { setChecks(of: id, checked) }
    }

    /// A member that reads every value is tried last, and leaves nothing to `other`.
    private func orderMembers(of id: DeclarationID) {
        guard case .union(var union) = declarations[id.index].kind, let sources = unionMembers[id] else { return }
        if case .trial = union.choice {
            let order = union.members.indices.filter { !isFreeForm(union.members[$0].type) }
            let free = union.members.indices.filter { isFreeForm(union.members[$0].type) }
            if !free.isEmpty { union.isOpen = false }
            union.members = (order + free).map { union.members[$0] }
            unionMembers[id] = (order + free).map { sources[$0] }
        }
        union.tried = tried(union, unionMembers[id] ?? [])
        declarations[id.index].kind = .union(union)
    }

    /// The members that a value without a known tag may be: those without a tag, and those that may lack it. Maps come last.
    private func tried(_ union: Union, _ sources: [[Shape.Alternative]]) -> [Int] {
        let candidates = union.members.indices.filter { index in
            switch union.choice {
            case .trial: true
            case .discriminator(_, let values): union.fallback == nil && values[index].isEmpty
            case .constant(let path, let values):
                values[index].isEmpty
                    || !sources[index].flatMap(\.schemas).contains {
                        Discriminators.requires(path, of: $0, in: document)
                    }
            }
        }
        let maps = candidates.filter { isMap(union.members[$0].type) }
        let free = candidates.filter { isFreeForm(union.members[$0].type) }
        return candidates.filter { !maps.contains($0) && !free.contains($0) } + maps + free
    }

    // MARK: Checks

    /// What must be checked of a value before it is a member's.
    private enum Need: Equatable {
        case nothing
        /// That it is of the kind of value that the member is.
        case kind(JSONKinds)
        case full
    }

    private func checkedMembers(of id: DeclarationID) -> [Need] {
        guard case .union(let union) = declarations[id.index].kind, let sources = unionMembers[id] else { return [] }
        let tried = Set(union.tried)
        let all = rivals(in: union)
        let untold = union.tried.filter { index in
            !sources[index].allSatisfy { isToldByReading($0, as: union.members[index].type) }
        }
        let isUntold = Set(untold)
        let doubtful = Rivals(of: untold.map { kinds(of: union.members[$0].type) })
        return union.members.indices.map { index in
            guard tried.contains(index) else { return .nothing }
            let type = union.members[index].type
            let kinds = kinds(of: type)
            if case .constant(_, let values) = union.choice, !values[index].isEmpty { return .full }
            if all.isAlone(kinds) { return loneNeed(sources[index], as: type) }
            return isUntold.contains(index) || doubtful.isAny(of: kinds) ? .full : .nothing
        }
    }

    private func rivals(in union: Union) -> Rivals {
        Rivals(of: union.tried.map { kinds(of: union.members[$0].type) })
    }

    /// The only member that a value of a kind may be is read leniently, as everything is; but bounds count.
    private func loneNeed(_ alternatives: [Shape.Alternative], as type: TypeReference) -> Need {
        if case .declared(let id) = resolved(type), case .union = declarations[id.index].kind {
            return .kind(kinds(of: type))
        }
        return alternatives.allSatisfy { isReadAlone($0, as: type) } ? .nothing : .full
    }

    private func setChecks(of id: DeclarationID, _ needs: [Need]) {
        guard case .union(var union) = declarations[id.index].kind, let sources = unionMembers[id],
            !needs.allSatisfy({ $0 == .nothing })
        else { return }
        let rivals = rivals(in: union)
        for index in union.tried {
            let isAlone = rivals.isAlone(kinds(of: union.members[index].type))
            switch needs[index] {
            case .nothing: union.members[index].check = isAlone ? .any : check(sources[index])
            case .kind(let kinds): union.members[index].check = kinds.check
            case .full: union.members[index].check = check(sources[index])
            }
        }
        declarations[id.index].kind = .union(union)
    }

    private func check(_ alternatives: [Shape.Alternative]) -> Check {
        var all: [Check] = []
        for check in alternatives.map({ checks.check($0) }) where !all.contains(check) { all.append(check) }
        return all.count == 1 ? all[0] : .anyOf(all)
    }
}

/// How many members of a union read each kind of value.
private struct Rivals {
    private var counts: [JSONKinds: Int] = [:]

    init(of members: [JSONKinds]) {
        for kinds in members {
            for kind in JSONKinds.each where kinds.contains(kind) { counts[kind, default: 0] += 1 }
        }
    }

    /// Whether one of them reads values of one of the kinds.
    func isAny(of kinds: JSONKinds) -> Bool { counts.keys.contains { kinds.contains($0) } }

    /// Whether a member of these kinds, which has been counted, is the only one.
    func isAlone(_ kinds: JSONKinds) -> Bool { counts.allSatisfy { !kinds.contains($0.key) || $0.value == 1 } }
}

extension Shape.Alternative {
    /// All schemas that hold of a value of the alternative.
    var schemas: [Schema] { base.map { $0 === schema ? [schema] : [$0, schema] } ?? [schema] }
}

extension CheckPlanner {
    /// The check of one of a union's alternatives.
    func check(_ alternative: Shape.Alternative) -> Check {
        if let type = alternative.type { return check(alternative.schema, only: type) }
        // What the base asserts holds for all alternatives, and tells nothing of them apart.
        guard let base = alternative.base, base === alternative.schema else { return check(alternative.schema) }
        return assertions(of: base, withoutNull: true, asBase: true)
    }
}
