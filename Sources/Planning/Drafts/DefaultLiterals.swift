import ApusDiagnostics
import ApusYAML

/// The defaults of a document as literals. A default without a Swift literal is reported.
struct DefaultLiterals {
    let diagnostics: Diagnostics
    /// The name of a declared type in reports.
    let name: (DeclarationID) -> String

    /// `nil` if there is no such literal, and for null, which Swift assumes anyway.
    func literal(_ node: Node, type: TypeReference, isNullable: Bool = false, in types: some DeclaredTypes) -> Literal?
    {
        if node.isNull { return nil }
        if let literal = types.defaultLiteral(node, type: type, isNullable: isNullable) { return literal }
        diagnostics.report(
            .unsupportedDefault,
            "the default is only documented, since there is no Swift literal of type `\(noun(type))` for it",
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
