import ApusDiagnostics
import ApusOpenAPI

/// Swift has no recursive type aliases: a list of itself is an enum of one case, `case list([Tree])`.
///
/// Needs all components, since only components can be aliases, and runs before anything resolves aliases.
enum AliasCycles {
    static func `break`(in drafts: inout Drafts, diagnostics: Diagnostics) {
        let suspects = aliasesOfAliases(in: drafts)
        for id in drafts.all.map(\.id) where suspects.contains(id) {
            guard let type = drafts.alias(id), reaches(id, from: type, drafts) else { continue }
            switch type {
            case .array, .dictionary: drafts.define(id, as: .recursive(type))
            case .builtin, .external, .declared, .optional, .nullable, .generic:
                diagnostics.report(
                    .unsupportedSchema,
                    "`\(drafts[id].name.wanted)` consists of nothing but itself, so it is free-form JSON",
                    at: drafts[id].source.schema.location
                )
                drafts.define(id, as: .alias(.builtin(.json)))
            }
        }
    }

    /// The aliases that may be part of an endless chain of aliases. Those that lead only to other types are removed first, so that
    /// the cost of a long chain is proportional to its length.
    private static func aliasesOfAliases(in drafts: Drafts) -> Set<DeclarationID> {
        var counts: [DeclarationID: Int] = [:]
        var users: [DeclarationID: [DeclarationID]] = [:]
        var left: Set<DeclarationID> = []
        var ended: [DeclarationID] = []
        for draft in drafts.all {
            guard case .alias(let type) = draft.content else { continue }
            left.insert(draft.id)
            let targets = Set(type.declared).filter { drafts.alias($0) != nil }
            counts[draft.id] = targets.count
            for target in targets { users[target, default: []].append(draft.id) }
            if targets.isEmpty { ended.append(draft.id) }
        }
        while let id = ended.popLast() {
            left.remove(id)
            for user in users[id] ?? [] {
                counts[user, default: 0] -= 1
                if counts[user] == 0 { ended.append(user) }
            }
        }
        return left
    }

    private static func reaches(_ id: DeclarationID, from type: TypeReference, _ drafts: Drafts) -> Bool {
        var pending = [type]
        var seen: Set<DeclarationID> = []
        while let current = pending.popLast() {
            switch current {
            case .builtin, .external: break
            case .array(let inner), .dictionary(let inner, _), .optional(let inner), .nullable(let inner),
                .generic(_, let inner):
                pending.append(inner)
            case .declared(let target):
                if target == id { return true }
                if seen.insert(target).inserted, let next = drafts.alias(target) { pending.append(next) }
            }
        }
        return false
    }
}
