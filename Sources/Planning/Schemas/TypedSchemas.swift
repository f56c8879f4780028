import ApusOpenAPI

/// What validators ask about the Swift types of schemas.
extension SchemaPlanner {
    /// The declaration that stands for a schema, or for one of the types that it lists, not only for what it refers to.
    func declaration(of schema: Schema, as type: SchemaType? = nil) -> DeclarationID? {
        guard case .declared(let id) = planned[Shape.Alternative.ID(schema, type: type)]?.type,
            sources[id.index].schema === schema || twins[ObjectIdentifier(schema)] == id
        else { return nil }
        return id
    }

    func enumeration(of schema: Schema) -> DeclarationID? {
        guard let id = declaration(of: schema), case .enumeration = declarations[id.index].kind else { return nil }
        return id
    }

    func isTyped(_ schema: Schema) -> Bool { planned[Shape.Alternative.ID(schema)] != nil }

    /// What the Swift type of a schema holds where the schema has no `type`: nil for anything.
    func impliedTypes(of schema: Schema) -> [SchemaType]? {
        guard schema.types == nil, let planned = planned[Shape.Alternative.ID(schema)] else { return nil }
        switch planned.type {
        case .array where schema.items != nil: return [.array]
        case .dictionary where schema.additionalProperties != nil || !schema.patternProperties.isEmpty: return [.object]
        case .declared(let id) where sources[id.index].schema === schema:
            guard case .structure(let structure) = declarations[id.index].kind else { return nil }
            if structure.codec == .tuple { return schema.prefixItems.isEmpty ? nil : [.array] }
            return schema.properties.isEmpty ? nil : [.object]
        default: return nil
        }
    }

    /// `TreeValidator`
    func validatorName(of schema: Schema) -> String {
        let pointer = document.pointer(of: schema)?.split(separator: "/").last.map(String.init)
        let base = SwiftName.type(pointer ?? schema.title ?? "Schema") + "Validator"
        var name = base
        var number = 2
        while !topLevelNames.insert(name).inserted {
            name = base + String(number)
            number += 1
        }
        return name
    }
}
