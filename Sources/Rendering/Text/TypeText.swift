import ApusPlanning

/// Types and literals of the Plan as Swift source.
struct TypeText: Sendable {
    let plan: Plan
    /// The namespace that names are qualified with, for source that stands outside of it.
    var qualifier: String?

    /// `[ValidationError]?`, as it is written inside `scope`.
    func text(_ type: TypeReference, in scope: DeclarationID?) -> String {
        switch type {
        case .builtin(let builtin): builtin.rawValue
        case .declared(let id): name(of: id, in: scope)
        case .array(let element): "[" + text(element, in: scope) + "]"
        case .dictionary(let value): "[String: " + text(value, in: scope) + "]"
        case .optional(let wrapped): text(wrapped, in: scope) + "?"
        case .nullable(let wrapped): "Nullable<" + text(wrapped, in: scope) + ">"
        }
    }

    /// `ValidationError.Location`, or `Location` inside `ValidationError`.
    func name(of id: DeclarationID, in scope: DeclarationID? = nil) -> String {
        let target = path(of: id)
        let enclosing = scope.map(path) ?? []
        let isVisible = target.dropLast().elementsEqual(enclosing.prefix(target.count - 1))
        let visible = isVisible ? [target[target.count - 1]] : target
        let name = visible.map { Escaping.identifier(plan[$0].name) }.joined(separator: ".")
        return visible.count == target.count && target.count > 0 ? qualified(name) : name
    }

    /// `Pets.PetsClient`
    func qualified(_ name: String) -> String {
        qualifier.map { "\($0).\(name)" } ?? name
    }

    private func path(of id: DeclarationID) -> [DeclarationID] {
        var path = [id]
        var current = plan[id].parent
        while let parent = current {
            path.insert(parent, at: 0)
            current = plan[parent].parent
        }
        return path
    }

    static func text(_ literal: Literal) -> String {
        switch literal {
        case .nil: "nil"
        case .bool(let value): value ? "true" : "false"
        case .number(let text): text
        case .string(let text): Escaping.stringLiteral(text)
        case .member(let name): "." + Escaping.member(name)
        case .array(let items): "[" + Layout.elements(items.map(text)) + "]"
        case .emptyDictionary: "[:]"
        }
    }
}
