import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

extension SchemaPlanner {
    func defineStructure(_ id: DeclarationID, _ object: ObjectShape, codec: Structure.Codec = .json) {
        let names = propertyNames(of: object, in: id)
        var properties = zip(object.members, names).map { property($0, name: $1, in: id) }
        properties += undescribed(of: object, names: Array(names.dropFirst(properties.count)), in: id)
        var additional: AdditionalProperties?
        if object.additional != nil || !object.patterns.isEmpty {
            additional = additionalMembers(of: object, in: id, beside: names)
        }
        declarations[id.index].kind = .structure(
            Structure(codec: codec, properties: properties, additional: additional)
        )
    }

    func propertyNames(of object: ObjectShape, in id: DeclarationID) -> [String] {
        let names = UniqueNames.assign(
            object.members.map(\.key) + object.undescribed, name: { SwiftName.member($0) },
            reserve: ReservedNames.member
        )
        memberNames[id] = Set(names)
        return names
    }

    func property(
        _ member: ObjectShape.Member, name: String, in id: DeclarationID, takesNull: Bool = true
    ) -> Property {
        let schema = member.schema
        let naming = Naming(parent: place(of: member) ?? id, member: member.key)
        var planned = type(of: Shape.Alternative(schema: schema, base: member.base), naming: naming)
        planned.isNullable = planned.isNullable && takesNull
        let defaultNode = member.isRequired ? nil : document.defaultNode(of: schema)
        // What a document shows of a secret (asterisks) is not a value to work with.
        if let defaultNode, document.target(of: schema).format != "password" {
            defaults[id, default: [:]][member.key] = defaultNode
        }
        let presence: Property.Presence
        var type = planned.type
        switch (member.isRequired, planned.isNullable) {
        case (true, false): presence = .required
        case (true, true):
            presence = .nullable
            type = .optional(type)
        case (false, false):
            presence = .optional
            type = .optional(type)
        case (false, true):
            presence = .threeState
            type = .optional(.nullable(type))
        }
        return Property(
            key: member.key,
            name: name,
            type: type,
            presence: presence,
            constant: constant(of: member, presence: presence, type: planned.type, in: id),
            access: document.access(of: schema),
            isIndirect: false,
            documentation: documentation(of: schema, default: defaultNode)
        )
    }

    /// A member that need not be there has its only value by itself where it is a discriminator's.
    private func constant(
        of member: ObjectShape.Member, presence: Property.Presence, type: TypeReference, in id: DeclarationID
    ) -> Literal? {
        switch presence {
        case .required: break
        case .optional: if discriminatorValues(member.key, of: id) == nil { return nil }
        case .nullable, .threeState: return nil
        }
        return constantLiteral(of: member.schema, type: type) ?? discriminatorLiteral(member.key, type, in: id)
    }

    /// A schema that a member has from a component stands in that one, whoever else includes it.
    private func place(of member: ObjectShape.Member) -> DeclarationID? {
        guard let owner = member.owner, member.schema.reference == nil,
            case .declared(let id)? = planned[Shape.Alternative.ID(owner)]?.type
        else { return nil }
        switch shapes.shape(of: owner).kind {
        case .structure, .union: return !shapes.isExternal(owner) ? id : nil
        case .any, .never, .builtin, .flexibleNumber, .external, .reference, .dictionary, .tuple, .array, .enumeration:
            return nil
        }
    }

    func documentation(of schema: Schema, default node: Node? = nil) -> [String] {
        let access: String? =
            switch document.access(of: schema) {
            case .both: nil
            case .readOnly: "Read-only: in answers."
            case .writeOnly: "Write-only: in requests."
            }
        let content = schema.contentNote
        let texts = Documentation.paragraphs(
            schema.description, content, access, schema.deprecated ? "Deprecated." : nil
        )
        return Documentation.paragraphs(
            Documentation.paragraphs(texts, default: node),
            fields: [Documentation.seeAlso(schema.externalDocs)]
        )
    }
}

extension Schema {
    /// `Holds image/png, encoded in base64url.`
    var contentNote: String? {
        let encoding = contentEncoding.flatMap { $0 == "base64" ? nil : $0 }
        switch (contentMediaType, encoding) {
        case (nil, nil): return nil
        case (let type?, nil): return "Holds `\(type)`."
        case (nil, let encoding?): return "Encoded in `\(encoding)`."
        case (let type?, let encoding?): return "Holds `\(type)`, encoded in `\(encoding)`."
        }
    }
}
