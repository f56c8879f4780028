import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

extension Document {
    /// The `default` of a schema, or of the one that it refers to: what the receiver assumes for an absent value.
    func defaultNode(of schema: Schema) -> Node? {
        schema.default ?? (schema.reference == nil ? nil : target(of: schema).default)
    }
}

/// `default`, where Swift has a literal for it.
extension SchemaPlanner {
    /// The default as a Swift literal of the type; nil where there is none.
    func defaultLiteral(_ node: Node, type: TypeReference, isNullable: Bool = false) -> Literal? {
        if node.isNull { return nil }
        if let literal = literal(node, type: type), !(isNullable && literal.isOptionalsOwn) { return literal }
        diagnostics.report(
            .defaultNotHonoured,
            "the default is documented only, since Swift has no literal of type `\(typeNoun(type))` for it",
            at: node.location
        )
        return nil
    }

    /// Gives the properties that have a default their accessors. Only now every enumeration is planned.
    func planDefaultAccessors() {
        for index in declarations.indices {
            guard case .structure(var structure) = declarations[index].kind,
                let nodes = defaults[declarations[index].id]
            else { continue }
            var taken = Set(structure.properties.map(\.name) + [structure.additional?.name].compactMap { $0 })
            for position in structure.properties.indices {
                let property = structure.properties[position]
                guard let node = nodes[property.key], let accessor = accessor(of: property, node, beside: taken) else {
                    continue
                }
                structure.properties[position].defaultAccessor = accessor
                taken.insert(accessor.name)
            }
            declarations[index].kind = .structure(structure)
        }
    }

    private func accessor(of property: Property, _ node: Node, beside taken: Set<String>) -> DefaultAccessor? {
        switch property.presence {
        case .required, .nullable: return nil
        case .optional, .threeState: break
        }
        let isNullable = property.presence == .threeState
        return defaultLiteral(node, type: property.type.withoutNull, isNullable: isNullable).map { literal in
            DefaultAccessor(name: UniqueNames.numbered(property.name + "OrDefault", beside: taken), value: literal)
        }
    }

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
            switch declarations[id.index].kind {
            case .enumeration(let enumeration):
                return enumeration.case(of: node).map { .member($0.name) }
            // Perhaps one that is planned later, of any other kind.
            case .alias(.builtin(.json)): return nil
            case .alias(let target): return literal(node, type: target)
            case .structure, .union: return nil
            }
        }
    }

    private func typeNoun(_ type: TypeReference) -> String {
        switch type {
        case .builtin(let builtin): builtin.rawValue
        case .external(let type): type.name
        case .declared(let id): declarations[id.index].name
        case .array(let element): "[\(typeNoun(element))]"
        case .dictionary(let value, let key): "[\(typeNoun(key)): \(typeNoun(value))]"
        case .optional(let wrapped), .nullable(let wrapped), .generic(_, let wrapped): typeNoun(wrapped)
        }
    }
}

extension SchemaPlanner {
    /// The value of a member that can have but one: `const`, or an `enum` of one.
    func constantLiteral(of schema: Schema, type: TypeReference) -> Literal? {
        let target = document.target(of: schema)
        let only = target.enumeration.flatMap { $0.count == 1 ? $0[0] : nil }
        return (target.constant ?? only).flatMap { literal($0, type: type) }
    }

    /// What discriminators call a value of the declaration, where the member is their property.
    func discriminatorValues(_ key: String, of id: DeclarationID) -> [String]? {
        let source = sources[id.index]
        if source.schema.discriminator?.propertyName.value == key { return [] }
        guard let base = source.base else { return discriminated[ObjectIdentifier(source.schema)]?[key] }
        guard let chooser = shapes.chooser(of: base), chooser.discriminator?.propertyName.value == key else { return nil }
        return Discriminators.values(of: chooser, for: source.schema, in: document)
    }

    func discriminatorLiteral(_ key: String, _ type: TypeReference, in id: DeclarationID) -> Literal? {
        guard let values = discriminatorValues(key, of: id), values.count == 1 else { return nil }
        return tagLiteral(values[0], type: type)
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
    /// Whether it would be `Optional`'s case where an optional is expected.
    fileprivate var isOptionalsOwn: Bool { self == .member("none") || self == .member("some") }
}
