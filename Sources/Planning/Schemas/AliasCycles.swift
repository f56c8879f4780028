import ApusDiagnostics

/// Swift has no recursive type aliases: a list of itself is an enum of one case, `case list([Tree])`.
enum AliasCycles {
    static func `break`(in declarations: inout [Declaration], diagnostics: Diagnostics) {
        let suspects = aliasesOfAliases(in: declarations)
        for declaration in declarations where suspects.contains(declaration.id) {
            guard case .alias(let type) = declaration.kind, reaches(declaration.id, from: type, declarations) else {
                continue
            }
            if let name = type.collectionName {
                let member = Union.Member(name: name, type: type)
                declarations[declaration.id.index].kind = .union(
                    Union(members: [member], choice: .trial, tried: [0], isOpen: false, isIndirect: false)
                )
                continue
            }
            diagnostics.report(
                .schemaNotHonoured, "`\(declaration.name)` consists of nothing but itself, so it is free-form JSON",
                at: declaration.location
            )
            declarations[declaration.id.index].kind = .alias(.builtin(.json))
        }
    }

    /// The aliases that an endless chain of aliases may go through. Those that lead to other types alone are taken away first, so
    /// that a long chain costs no more than its length.
    private static func aliasesOfAliases(in declarations: [Declaration]) -> Set<DeclarationID> {
        var counts: [DeclarationID: Int] = [:]
        var users: [DeclarationID: [DeclarationID]] = [:]
        var left: Set<DeclarationID> = []
        var ended: [DeclarationID] = []
        for declaration in declarations {
            guard case .alias(let type) = declaration.kind else { continue }
            left.insert(declaration.id)
            let targets = Set(type.declared).filter { target in
                if case .alias = declarations[target.index].kind { true } else { false }
            }
            counts[declaration.id] = targets.count
            for target in targets { users[target, default: []].append(declaration.id) }
            if targets.isEmpty { ended.append(declaration.id) }
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

    private static func reaches(_ id: DeclarationID, from type: TypeReference, _ declarations: [Declaration]) -> Bool {
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
                guard seen.insert(target).inserted, case .alias(let next) = declarations[target.index].kind else {
                    break
                }
                pending.append(next)
            }
        }
        return false
    }
}

extension TypeReference {
    /// What the case is called that holds a list or a map.
    fileprivate var collectionName: String? {
        switch self {
        case .array: "list"
        case .dictionary: "map"
        case .builtin, .external, .declared, .optional, .nullable, .generic: nil
        }
    }
}
