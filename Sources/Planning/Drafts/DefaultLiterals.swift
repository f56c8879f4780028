import ApusDiagnostics
import ApusYAML

/// The defaults of a document as literals; where Swift has none, that is reported.
struct DefaultLiterals {
    let diagnostics: Diagnostics
    /// What a declared type is called in reports.
    let name: (DeclarationID) -> String

    /// nil where there is no such literal, and for null, which is what Swift assumes anyway.
    func literal(_ node: Node, type: TypeReference, isNullable: Bool = false, in types: some DeclaredTypes) -> Literal?
    {
        if node.isNull { return nil }
        if let literal = types.defaultLiteral(node, type: type, isNullable: isNullable) { return literal }
        diagnostics.report(
            .defaultNotHonoured,
            "the default is documented only, since Swift has no literal of type `\(noun(type))` for it",
            at: node.location
        )
        return nil
    }

    private func noun(_ type: TypeReference) -> String {
        switch type {
        case .builtin(let builtin): builtin.rawValue
        case .external(let type): type.name
        case .declared(let id): name(id)
        case .array(let element): "[\(noun(element))]"
        case .dictionary(let value, let key): "[\(noun(key)): \(noun(value))]"
        case .optional(let wrapped), .nullable(let wrapped), .generic(_, let wrapped): noun(wrapped)
        }
    }
}
