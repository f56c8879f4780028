extension DeclaredTypes {
    /// Whether two types are the same in Swift, where an alias is equal to its type.
    func areEqual(_ first: TypeReference, _ second: TypeReference) -> Bool {
        first == second || unaliased(first) == unaliased(second)
    }

    private func unaliased(_ type: TypeReference, depth: Int = 0) -> TypeReference {
        guard depth < 64 else { return type }
        func inner(_ type: TypeReference) -> TypeReference { unaliased(type, depth: depth + 1) }
        return switch type {
        case .builtin, .external: type
        case .declared(let id):
            alias(id).map(inner) ?? type
        case .array(let element): .array(inner(element))
        case .dictionary(let value, let key): .dictionary(inner(value), key: inner(key))
        case .optional(let wrapped): .optional(inner(wrapped))
        case .nullable(let wrapped): .nullable(inner(wrapped))
        case .generic(let generic, let wrapped): .generic(generic, inner(wrapped))
        }
    }
}
