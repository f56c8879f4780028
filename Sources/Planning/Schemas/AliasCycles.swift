import ApusDiagnostics

/// Swift has no recursive type aliases: a list of itself is an enum of one case, `case list([Tree])`.
enum AliasCycles {
    static func `break`(in declarations: inout [Declaration], diagnostics: Diagnostics) {
        for declaration in declarations {
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
