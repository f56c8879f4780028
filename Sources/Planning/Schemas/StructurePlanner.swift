import ApusDiagnostics
import ApusOpenAPI

extension SchemaPlanner {
    func defineStructure(_ id: DeclarationID, _ object: ObjectShape, codec: Structure.Codec = .json) {
        let names = UniqueNames.assign(
            object.members.map(\.key), name: { SwiftName.member($0) }, reserve: ReservedNames.member
        )
        memberNames[id] = Set(names)
        let properties = zip(object.members, names).map { member, name in
            switch codec {
            case .json, .tuple: property(member, name: name, in: id)
            case .multipart: part(member, name: name, in: id)
            }
        }
        var additional: AdditionalProperties?
        if let schema = object.additional ?? object.patterns.first?.value {
            switch codec {
            case .json, .tuple: additional = additionalMembers(of: object, in: id, beside: names)
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
            constant: presence == .required ? constantLiteral(of: schema, type: type) : nil,
            access: document.access(of: schema),
            isIndirect: false,
            documentation: documentation(of: schema)
        )
    }

    func documentation(of schema: Schema) -> [String] {
        let access: String? =
            switch document.access(of: schema) {
            case .both: nil
            case .readOnly: "Read-only: in answers."
            case .writeOnly: "Write-only: in requests."
            }
        let content = schema.contentMediaType.map { "Holds `\($0)`." }
        return Documentation.paragraphs(
            Documentation.paragraphs(schema.description, content, access, schema.deprecated ? "Deprecated." : nil),
            fields: [Documentation.seeAlso(schema.externalDocs)]
        )
    }
}
