import ApusOpenAPI

extension SchemaPlanner {
    /// A structure with a property for each position.
    func defineTuple(_ id: DeclarationID, _ tuple: TupleShape) {
        let names = tupleNames(tuple)
        let properties = zip(tuple.members, names).enumerated().map { position, member in
            let (schema, name) = member
            let planned = type(of: schema, naming: Naming(parent: id, name: SwiftName.type(name)))
            let isRequired = position < tuple.required
            let type: TypeReference = planned.isNullable && !isRequired ? .nullable(planned.type) : planned.optionalType
            return PropertyDraft(
                key: String(position),
                name: name,
                type: isRequired ? type : .optional(type),
                presence: isRequired ? .required : .optional,
                constant: isRequired && !planned.isNullable ? constantLiteral(of: schema, type: type) : nil,
                documentation: documentation(of: schema)
            )
        }
        var structure = StructureDraft(codec: .tuple, properties: properties, memberNames: Set(names))
        if let rest = tuple.rest {
            let naming = Naming(parent: id, name: "Rest", isItem: true)
            let value = rest.boolean == true ? .builtin(.json) : type(of: rest, naming: naming).optionalType
            let name = UniqueNames.first(of: ["rest", "remaining"], beside: Set(names))
            structure.additional = AdditionalProperties(name: name, value: value)
        }
        types.drafts.define(id, as: .structure(structure))
    }

    /// Named after the elements' titles or components, else after their positions: `latitude`, `second`.
    private func tupleNames(_ tuple: TupleShape) -> [String] {
        let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
        let told = tuple.members.map { $0.title ?? document.componentName(of: $0) }
        let texts = told.enumerated().map { position, text in
            if let text, told.count(where: { $0 == text }) == 1 { return text }
            return position < ordinals.count ? ordinals[position] : "element \(position + 1)"
        }
        return UniqueNames.assign(texts, name: { SwiftName.member($0) }, reserve: ReservedNames.member)
    }
}

extension Document {
    /// The name of the component that a schema refers to.
    fileprivate func componentName(of schema: Schema) -> String? {
        guard schema.reference != nil else { return nil }
        let target = target(of: schema)
        return components.schemas.entries.first { $0.value === target }?.key
    }
}
