import ApusOpenAPI

/// How unions distinguish their members, decided when all types are known.
///
/// The member chosen is the best one for which the value is valid. If reading a value as a member's type leads to the same result,
/// no check is made.
///
/// Needs split members, and the directions in which values are sent, since checks depend on them.
struct UnionChoices {
    struct Choice {
        /// The positions of the draft's members, in the order of the finished union.
        var order: [Int]
        /// The positions, in the finished union, of the members that are tried if no tag distinguishes them.
        var tried: [Int]
        var isOpen: Bool
        /// Keyed by the positions in the finished union.
        var checks: [Int: Check] = [:]
    }

    let types: TypeTable
    let checks: CheckPlanner
    private let reading: MemberReading

    init(types: TypeTable, checks: CheckPlanner) {
        self.types = types
        self.checks = checks
        reading = MemberReading(types: types, checks: checks)
    }

    func choose() -> [DeclarationID: Choice] {
        let unions = types.drafts.all.compactMap { draft -> (id: DeclarationID, union: Ordered)? in
            guard case .union(let union) = draft.content else { return nil }
            return (draft.id, ordered(union))
        }
        let needs = unions.map { checkedMembers(of: $0.union) }
        for ((_, union), needs) in zip(unions, needs) where needs.contains(.full) {
            for member in union.members { checks.nameMembers(of: member.sources.flatMap(\.schemas)) }
        }
        var choices: [DeclarationID: Choice] = [:]
        for ((id, union), needs) in zip(unions, needs) {
            var choice = union.choice
            choice.checks = self.checks(of: union, needs)
            choices[id] = choice
        }
        return choices
    }

    /// A union's members in their final order.
    private struct Ordered {
        var members: [UnionDraft.Member]
        var tells: UnionChoice
        var choice: Choice
    }

    /// A member that reads every value is tried last, and makes `other` unnecessary.
    private func ordered(_ union: UnionDraft) -> Ordered {
        var choice = Choice(order: Array(union.members.indices), tried: [], isOpen: union.isOpen)
        if case .trial = union.choice {
            let free = union.members.indices.filter { types.drafts.isFreeForm(union.members[$0].type) }
            if !free.isEmpty { choice.isOpen = false }
            choice.order = union.members.indices.filter { !free.contains($0) } + free
        }
        let members = choice.order.map { union.members[$0] }
        choice.tried = tried(members, union)
        return Ordered(members: members, tells: union.choice, choice: choice)
    }

    /// The possible members for a value without a known tag: those without a tag, and those that may lack it. Maps come last.
    private func tried(_ members: [UnionDraft.Member], _ union: UnionDraft) -> [Int] {
        let candidates = members.indices.filter { index in
            switch union.choice {
            case .trial: true
            case .discriminator(_, let values): union.fallback == nil && values[index].isEmpty
            case .constant(let path, let values):
                values[index].isEmpty
                    || !members[index].sources.flatMap(\.schemas).contains {
                        Discriminators.requires(path, of: $0, in: types.document)
                    }
            }
        }
        let maps = candidates.filter { types.drafts.isMap(members[$0].type) }
        let free = candidates.filter { types.drafts.isFreeForm(members[$0].type) }
        return candidates.filter { !maps.contains($0) && !free.contains($0) } + maps + free
    }

    // MARK: Checks

    /// What must be checked before a value belongs to a member.
    private enum Need: Equatable {
        case nothing
        /// Only the kind of the value.
        case kind(JSONKinds)
        case full
    }

    private func checkedMembers(of union: Ordered) -> [Need] {
        let tried = Set(union.choice.tried)
        let kinds = union.members.map { types.drafts.kinds(of: $0.type) }
        let all = Rivals(of: union.choice.tried.map { kinds[$0] })
        let untold = union.choice.tried.filter { index in
            let member = union.members[index]
            return !member.sources.allSatisfy { reading.isToldByReading($0, as: member.type) }
        }
        let isUntold = Set(untold)
        let doubtful = Rivals(of: untold.map { kinds[$0] })
        return union.members.indices.map { index in
            guard tried.contains(index) else { return .nothing }
            if case .constant(_, let values) = union.tells, !values[index].isEmpty { return .full }
            if all.isAlone(kinds[index]) { return loneNeed(union.members[index], kinds[index]) }
            return isUntold.contains(index) || doubtful.isAny(of: kinds[index]) ? .full : .nothing
        }
    }

    /// The need for a check if no other member reads values of the kind: the value is read leniently, as everything is, but bounds
    /// must be checked.
    private func loneNeed(_ member: UnionDraft.Member, _ kinds: JSONKinds) -> Need {
        if case .declared(let id) = types.drafts.resolved(member.type), types.drafts.content(id).isUnion {
            return .kind(kinds)
        }
        return member.sources.allSatisfy { reading.isReadAlone($0, as: member.type) } ? .nothing : .full
    }

    private func checks(of union: Ordered, _ needs: [Need]) -> [Int: Check] {
        if needs.allSatisfy({ $0 == .nothing }) { return [:] }
        let rivals = Rivals(of: union.choice.tried.map { types.drafts.kinds(of: union.members[$0].type) })
        var checks: [Int: Check] = [:]
        for index in union.choice.tried {
            let member = union.members[index]
            switch needs[index] {
            case .nothing:
                let isAlone = rivals.isAlone(types.drafts.kinds(of: member.type))
                checks[index] = isAlone ? .any : check(member.sources)
            case .kind(let kinds): checks[index] = kinds.check
            case .full: checks[index] = check(member.sources)
            }
        }
        return checks
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

    /// Whether any member reads values of one of the kinds.
    func isAny(of kinds: JSONKinds) -> Bool { counts.keys.contains { kinds.contains($0) } }

    /// Whether a member of these kinds, which is included in the counts, is the only one.
    func isAlone(_ kinds: JSONKinds) -> Bool { counts.allSatisfy { !kinds.contains($0.key) || $0.value == 1 } }
}

extension Shape.Alternative {
    /// All schemas that apply to a value of the alternative.
    var schemas: [Schema] { base.map { $0 === schema ? [schema] : [$0, schema] } ?? [schema] }
}

extension CheckPlanner {
    /// The check of one of a union's alternatives.
    func check(_ alternative: Shape.Alternative) -> Check {
        if let type = alternative.type { return check(alternative.schema, only: type) }
        // What the base asserts applies to all alternatives, and does not distinguish them.
        guard let base = alternative.base, base === alternative.schema else { return check(alternative.schema) }
        return assertions(of: base, withoutNull: true, asBase: true)
    }
}
