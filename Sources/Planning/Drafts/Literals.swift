import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// Values of a document as Swift literals, if there is a literal of the type.
extension DeclaredTypes {
    func literal(_ node: Node, type: TypeReference) -> Literal? {
        switch type {
        case .builtin(let builtin): return DefaultLiteral.of(node, builtin)
        case .array(let element):
            guard let items = node.sequence else { return nil }
            let literals = items.compactMap { literal($0, type: element) }
            return literals.count == items.count ? .array(literals) : nil
        case .external, .generic: return nil
        case .dictionary(let value, .builtin(.string)):
            guard let members = node.mapping else { return nil }
            let literals = members.entries.compactMap { entry in
                literal(entry.value, type: value).map { Literal.Argument(entry.key, $0) }
            }
            return literals.count == members.count ? .dictionary(literals) : nil
        case .dictionary: return node.mapping?.isEmpty == true ? .dictionary([]) : nil
        case .optional(let wrapped), .nullable(let wrapped): return node.isNull ? .nil : literal(node, type: wrapped)
        case .declared(let id):
            if let enumeration = enumeration(id) { return enumeration.case(of: node).map { .member($0.name) } }
            // There are no literals for an alias of JSON, so it does not matter whether the alias has been planned.
            guard let target = alias(id), target != .builtin(.json) else { return nil }
            return literal(node, type: target)
        }
    }

    /// The literal for the value that a receiver assumes; `nil` if Swift would read the literal as something else.
    func defaultLiteral(_ node: Node, type: TypeReference, isNullable: Bool = false) -> Literal? {
        literal(node, type: type).flatMap { isNullable && $0.isOptionalsOwn ? nil : $0 }
    }

    /// A tag as a value of the property's type: the number `1` for the string `1` if the property is an integer.
    func tagLiteral(_ tag: String, type: TypeReference) -> Literal? {
        let values: [Node.Value] =
            [.string(tag)] + (Int(tag).map { [.number(NumberText($0))] } ?? [])
            + (Bool(tag).map { [.bool($0)] } ?? [])
        return values.lazy.compactMap { self.literal(Node($0, at: .unknown), type: type) }.first
    }
}

extension Enumeration {
    fileprivate func `case`(of node: Node) -> Case? {
        switch raw {
        case .string: cases.first { $0.value == node.string }
        case .integer, .number: cases.first { NumberText($0.value) == node.number }
        }
    }
}

extension Literal {
    /// Whether it would be a case of `Optional` where an optional is expected.
    fileprivate var isOptionalsOwn: Bool { self == .member("none") || self == .member("some") }
}

extension Document {
    /// The `default` of a schema, or of the one that it refers to: what the receiver assumes for an absent value.
    func defaultNode(of schema: Schema) -> Node? {
        schema.default ?? (schema.reference == nil ? nil : target(of: schema).default)
    }
}
