/// The checks in the validators of declarations: of those that requests contain, or of all, and of those that these checks call in
/// turn.
///
/// Needs the directions in which values are sent, and the checks that unions make; runs last, since checks can add validators of
/// their own.
struct DeclaredChecks {
    let drafts: Drafts
    let checks: CheckPlanner
    let options: PlanOptions

    func plan(
        usage: TypeUsage, choices: [DeclarationID: UnionChoices.Choice], operations: [OperationPlan]
    ) -> [DeclarationID: Check] {
        let ids = drafts.all.map(\.id)
        var pending = ids.flatMap { choices[$0]?.inOrder ?? [] }.flatMap(\.declared)
        if options.parts.contains(.validators) {
            pending += ids.filter { options.validators == .all || usage[$0].contains(.request) }
            pending += operations.flatMap {
                $0.parameters.compactMap(\.check) + ($0.body?.contents ?? []).compactMap(\.check)
            }
            .flatMap(\.declared)
        }
        var planned: [DeclarationID: Check] = [:]
        var seen = Set(pending)
        repeat {
            while let id = pending.popLast() {
                guard let check = checks.check(declaring: id) else { continue }
                planned[id] = check
                pending += check.declared.filter { seen.insert($0).inserted }
            }
            pending = checks.validators.flatMap(\.check.declared).filter { seen.insert($0).inserted }
        } while !pending.isEmpty
        return planned
    }
}

extension UnionChoices.Choice {
    /// The checks in the order of the members.
    fileprivate var inOrder: [Check] { order.indices.compactMap { checks[$0] } }
}
