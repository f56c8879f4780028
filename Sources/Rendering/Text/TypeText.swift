import ApusPlanning

/// Types and literals of the Plan as Swift source.
struct TypeText: Sendable {
    let plan: Plan
    /// The namespace that names are qualified with, for source outside it.
    var qualifier: String?

    /// `[ValidationError]?`, as it is written inside `scope`.
    func text(_ type: TypeReference, in scope: DeclarationID?) -> String {
        switch type {
        case .builtin(let builtin): builtin.rawValue
        case .external(let type): type.name
        case .declared(let id): name(of: id, in: scope)
        case .array(let element): "[" + text(element, in: scope) + "]"
        case .dictionary(let value, let key): "[\(text(key, in: scope)): \(text(value, in: scope))]"
        case .optional(let wrapped): text(wrapped, in: scope) + "?"
        case .nullable(let wrapped): "Nullable<" + text(wrapped, in: scope) + ">"
        case .generic(let generic, let inner): generic.rawValue + "<" + text(inner, in: scope) + ">"
        }
    }

    /// `ValidationError.Location`, or `Location` inside `ValidationError`.
    func name(of id: DeclarationID, in scope: DeclarationID? = nil) -> String {
        let target = path(of: id)
        let enclosing = scope.map(path) ?? []
        // What both have in common can be omitted, unless a nearer type has the same name.
        let common = zip(target.dropLast(), enclosing).prefix { $0 == $1 }.count
        let first =
            (0...common).reversed().first { start in
                !enclosing.dropFirst(start).contains { declares(plan[target[start]].name, in: $0) }
            } ?? 0
        let name = target[first...].map { Escaping.identifier(plan[$0].name) }.joined(separator: ".")
        return first == 0 ? qualified(name) : name
    }

    private func declares(_ name: String, in id: DeclarationID) -> Bool {
        plan[id].nested.contains { plan[$0].name == name }
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

    static func text(_ literal: Literal) -> Code {
        switch literal {
        case .nil: "nil"
        case .bool(let value): value ? "true" : "false"
        case .number(let text): .text(Escaping.number(text))
        case .string(let text): .text(Escaping.stringLiteral(text))
        case .member(let name): .text("." + Escaping.member(name))
        case .array(let items): "[\(.elements(items.map(text)))]"
        case .dictionary(let members): dictionary(members)
        case .initializer(let type, let arguments): "\(type.rawValue)(\(.list(arguments.map(argument))))"
        }
    }

    private static func dictionary(_ members: [Literal.Argument]) -> Code {
        if members.isEmpty { return "[:]" }
        return "[\(.elements(members.map { "\(Escaping.stringLiteral($0.label)): \(text($0.value))" }))]"
    }

    private static func argument(_ argument: Literal.Argument) -> Code {
        argument.label.isEmpty ? text(argument.value) : "\(argument.label): \(text(argument.value))"
    }
}
