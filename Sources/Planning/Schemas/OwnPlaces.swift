import ApusOpenAPI

extension SchemaPlanner {
    /// The place of a nested schema that can be referenced by name, however it is reached: `#/components/schemas/Tree/$defs/Node`
    /// is `Node` in `Tree`. `nil` for components and for schemas that no reference names.
    func ownPlace(of schema: Schema) -> Naming? {
        guard let pointer = document.pointer(of: schema), pointer.hasPrefix("#/components/schemas/") else { return nil }
        let tokens = pointer.split(separator: "/").dropFirst(3).map(String.init)
        guard let component = tokens.first.flatMap({ document.components.schemas[Document.key($0)] }),
            case .declared(let id)? = types[Shape.Alternative.ID(component)]?.type,
            let name = tokens.dropFirst().last(where: { !Self.places.contains($0) && Int($0) == nil })
        else { return nil }
        return Naming(parent: id, name: SwiftName.type(Document.key(name)), isItem: tokens.last == "items")
    }

    /// Keywords, which say nothing about the schemas in them.
    private static let places: Set<String> = [
        "items", "properties", "additionalProperties", "allOf", "anyOf", "oneOf", "$defs", "definitions", "prefixItems",
        "patternProperties",
    ]
}
