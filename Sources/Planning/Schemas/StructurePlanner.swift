import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

extension SchemaPlanner {
    func defineStructure(_ id: DeclarationID, _ object: ObjectShape) {
        let names = propertyNames(of: object)
        var properties = zip(object.members, names).map { property($0, name: $1, in: id) }
        properties += undescribed(of: object, names: Array(names.dropFirst(properties.count)), in: id)
        var additional: AdditionalProperties?
        if object.additional != nil || !object.patterns.isEmpty {
            additional = additionalMembers(of: object, in: id, beside: names)
        }
        let structure = StructureDraft(
            codec: .json, properties: properties, additional: additional, memberNames: Set(names)
        )
        types.drafts.define(id, as: .structure(structure))
    }

    func propertyNames(of object: ObjectShape) -> [String] {
        UniqueNames.assign(
            object.members.map(\.key) + object.undescribed, name: { SwiftName.member($0) },
            reserve: ReservedNames.member
        )
    }

    func property(
        _ member: ObjectShape.Member, name: String, in id: DeclarationID, takesNull: Bool = true
    ) -> PropertyDraft {
        let schema = member.schema
        let naming = Naming(parent: place(of: member) ?? id, member: member.key)
        var planned = type(of: Shape.Alternative(schema: schema, base: member.base), naming: naming)
        planned.isNullable = planned.isNullable && takesNull
        let defaultNode = member.isRequired ? nil : document.defaultNode(of: schema)
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
        return PropertyDraft(
            key: member.key,
            name: name,
            type: type,
            presence: presence,
            constant: constant(of: member, presence: presence, type: planned.type, in: id),
            // What a document shows instead of a secret (asterisks) is not a usable value.
            defaultNode: document.target(of: schema).format == "password" ? nil : defaultNode,
            access: document.access(of: schema),
            documentation: documentation(of: schema, default: defaultNode)
        )
    }

    /// The only value of a member. An optional member has it by default if it is the property of a discriminator.
    private func constant(
        of member: ObjectShape.Member, presence: Property.Presence, type: TypeReference, in id: DeclarationID
    ) -> Literal? {
        switch presence {
        case .required: break
        case .optional: if shapes.discriminatorValues(member.key, of: types.drafts[id].source) == nil { return nil }
        case .nullable, .threeState: return nil
        }
        return constantLiteral(of: member.schema, type: type) ?? discriminatorLiteral(member.key, type, in: id)
    }

    /// The declaration of the component that contains a member's schema, even if other schemas include that component.
    private func place(of member: ObjectShape.Member) -> DeclarationID? {
        guard let owner = member.owner, member.schema.reference == nil,
            case .declared(let id)? = types[Shape.Alternative.ID(owner)]?.type
        else { return nil }
        switch shapes.shape(of: owner).kind {
        case .structure, .union: return !shapes.isExternal(owner) ? id : nil
        case .any, .never, .builtin, .flexibleNumber, .external, .reference, .dictionary, .tuple, .array, .enumeration:
            return nil
        }
    }

    /// The value of a member that can have only one: `const`, or an `enum` with one value.
    func constantLiteral(of schema: Schema, type: TypeReference) -> Literal? {
        document.target(of: schema).onlyValue.flatMap { types.drafts.literal($0, type: type) }
    }

    func discriminatorLiteral(_ key: String, _ type: TypeReference, in id: DeclarationID) -> Literal? {
        guard let values = shapes.discriminatorValues(key, of: types.drafts[id].source), values.count == 1 else {
            return nil
        }
        return types.drafts.tagLiteral(values[0], type: type)
    }
}
