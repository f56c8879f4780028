import ApusPlanning

extension ModelViews {
    /// `public var priorityOrDefault: Int { priority ?? 0 }`
    func defaultAccessor(of property: Property, in scope: DeclarationID) -> StructureView.Default? {
        guard let accessor = property.defaultAccessor else { return nil }
        let name = Escaping.identifier(property.name)
        // Null is a value, which a default does not replace.
        let value = property.presence == .threeState ? "\(name).map(\\.value)" : name
        return StructureView.Default(
            name: Escaping.identifier(accessor.name),
            type: types.text(property.accessedType, in: scope),
            value: "\(value)\(Self.chain(to: accessor.value)) ?? \(TypeText.text(accessor.value))",
        )
    }

    /// A list is broken between its elements; anything else that is too long is broken before the operator.
    private static func chain(to value: Literal) -> Code {
        switch value {
        case .array, .dictionary: .empty
        case .nil, .bool, .number, .string, .member, .initializer: .chain
        }
    }
}
