import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

extension SchemaPlanner {
    func defineStructure(_ id: DeclarationID, _ object: ObjectShape, codec: Structure.Codec = .json) {
        let names = UniqueNames.assign(
            object.members.map(\.key), name: { SwiftName.member($0) }, reserve: ReservedNames.member
        )
        memberNames[id] = Set(names)
        let properties = zip(object.members, names).map { member, name in
            switch codec {
            case .json: property(member, name: name, in: id)
            case .multipart: part(member, name: name, in: id)
            }
        }
        var additional: AdditionalProperties?
        if let schema = object.additional {
            switch codec {
            case .json:
                let naming = Naming(parent: id, name: "AdditionalProperty", isItem: false)
                let value = schema.boolean == true ? .builtin(.json) : type(of: schema, naming: naming).optionalType
                let name = UniqueNames.numbered("additionalProperties", beside: Set(names))
                additional = AdditionalProperties(name: name, value: value)
            case .multipart:
                report(.keywordNotHonoured, "the parts of a form that no property names are not read", at: schema)
            }
        }
        declarations[id.index].kind = .structure(
            Structure(codec: codec, properties: properties, additional: additional)
        )
    }

    /// A form knows no null: what may be null may be left out.
    private func part(_ member: ObjectShape.Member, name: String, in id: DeclarationID) -> Property {
        guard let file = fileType(of: member.schema) else {
            var part = member
            let isNullable = Nullability.isNullable(member.schema, in: document)
            if isNullable { part.isRequired = false }
            return property(part, name: name, in: id, takesNull: false)
        }
        return Property(
            key: member.key,
            name: name,
            type: member.isRequired ? file.type : .optional(file.type),
            presence: member.isRequired ? .required : .optional,
            isIndirect: false,
            documentation: documentation(of: member.schema)
        )
    }

    private func property(
        _ member: ObjectShape.Member, name: String, in id: DeclarationID, takesNull: Bool = true
    ) -> Property {
        let schema = member.schema
        let naming = Naming(parent: id, name: SwiftName.type(member.key), isItem: false)
        var planned = type(of: schema, naming: naming)
        planned.isNullable = planned.isNullable && takesNull
        let literal = defaultLiteral(of: schema, planned: planned, isRequired: member.isRequired)
        let presence: Property.Presence
        var type = planned.type
        switch (member.isRequired, planned.isNullable) {
        case (true, false): presence = .required
        case (true, true):
            presence = .nullable
            type = .optional(type)
        case (false, false):
            presence = literal.map(Property.Presence.defaulted) ?? .optional
            if literal == nil { type = .optional(type) }
        case (false, true):
            presence = .threeState
            type = .optional(.nullable(type))
        }
        return Property(
            key: member.key,
            name: name,
            type: type,
            presence: presence,
            isIndirect: false,
            documentation: documentation(of: schema)
        )
    }

    private func documentation(of schema: Schema) -> [String] {
        Documentation.paragraphs(
            Documentation.paragraphs(schema.description, schema.deprecated ? "Deprecated." : nil),
            fields: [Documentation.seeAlso(schema.externalDocs)]
        )
    }

    // MARK: Defaults

    /// The default as a Swift literal of the planned type; nil where there is none.
    func defaultLiteral(of schema: Schema, planned: PlannedType, isRequired: Bool) -> Literal? {
        guard !isRequired, let node = schema.default ?? referencedDefault(of: schema), !node.isNull else { return nil }
        if !planned.isNullable, let literal = literal(node, type: planned.type) { return literal }
        diagnostics.report(
            .defaultNotHonoured,
            planned.isNullable
                ? "the default of a value that may be null is left to the server"
                : "the default has no literal of type `\(typeNoun(planned.type))` in Swift",
            at: node.location
        )
        return nil
    }

    private func referencedDefault(of schema: Schema) -> Node? {
        schema.reference == nil ? nil : document.target(of: schema).default
    }

    func literal(_ node: Node, type: TypeReference) -> Literal? {
        switch type {
        case .builtin(let builtin): return literal(node, builtin: builtin)
        case .array(let element):
            guard let items = node.sequence else { return nil }
            let literals = items.compactMap { literal($0, type: element) }
            return literals.count == items.count ? .array(literals) : nil
        case .dictionary: return node.mapping?.isEmpty == true ? .emptyDictionary : nil
        case .optional(let wrapped), .nullable(let wrapped): return node.isNull ? .nil : literal(node, type: wrapped)
        case .declared(let id):
            switch declarations[id.index].kind {
            case .enumeration(let enumeration):
                return enumeration.cases.first { $0.value == node.string }.map { .member($0.name) }
            case .alias(let target): return literal(node, type: target)
            case .structure, .union: return nil
            }
        }
    }

    private func literal(_ node: Node, builtin: BuiltinType) -> Literal? {
        switch builtin {
        case .string: node.string.map(Literal.string)
        case .bool: node.bool.map(Literal.bool)
        case .int, .int64: node.integer.map { .number(String($0)) }
        case .int32: node.integer.flatMap(Int32.init(exactly:)).map { .number(String($0)) }
        case .uint32: node.integer.flatMap(UInt32.init(exactly:)).map { .number(String($0)) }
        case .uint64: node.integer.flatMap(UInt64.init(exactly:)).map { .number(String($0)) }
        case .float: node.number.flatMap { Float($0.double).isFinite ? .number(String($0.double)) : nil }
        case .double: node.number.flatMap { $0.double.isFinite ? .number(String($0.double)) : nil }
        case .decimal, .date, .data, .uuid, .json, .filePart, .void: nil
        }
    }

    private func typeNoun(_ type: TypeReference) -> String {
        switch type {
        case .builtin(let builtin): builtin.rawValue
        case .declared(let id): declarations[id.index].name
        case .array(let element): "[\(typeNoun(element))]"
        case .dictionary(let value): "[String: \(typeNoun(value))]"
        case .optional(let wrapped), .nullable(let wrapped): typeNoun(wrapped)
        }
    }
}
