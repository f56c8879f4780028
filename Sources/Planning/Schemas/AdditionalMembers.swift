import ApusDiagnostics
import ApusJSON
import ApusOpenAPI

/// The members of an object without a property: `additionalProperties`, `patternProperties` and `propertyNames`.
extension SchemaPlanner {
    /// The type of such members and the patterns of the keys that are read, if the document types them.
    func additionalMembers(of object: ObjectShape, in id: DeclarationID, beside names: [String])
        -> AdditionalProperties?
    {
        var schemas = object.patterns.map(\.value)
        if let additional = object.additional { schemas.append(additional) }
        guard let first = schemas.first else { return nil }
        let naming = Naming(parent: id, name: "AdditionalProperty")
        var value = self.value(first, naming: naming)
        if schemas.dropFirst().contains(where: { self.value($0, naming: naming) != value }) {
            report(.unsupportedSchema, "members whose keys match different patterns are free-form JSON", at: first)
            value = .builtin(.json)
        }
        return AdditionalProperties(
            name: additionalName(beside: names),
            value: value,
            patterns: object.additional == nil ? object.patterns.map(\.key) : []
        )
    }

    func additionalName(beside names: [String]) -> String {
        UniqueNames.first(of: ["additionalProperties", "otherProperties"], beside: Set(names))
    }

    /// Properties for required members that no property describes: of the type that such members have.
    func undescribed(of object: ObjectShape, names: [String], in id: DeclarationID) -> [PropertyDraft] {
        let naming = Naming(parent: id, name: "AdditionalProperty")
        return zip(object.undescribed, names).compactMap { key, name in
            let matching = object.patterns.first { (try? StringPattern($0.key))?.matches(key) ?? false }?.value
            let schema = matching ?? object.additional
            // If such members are forbidden, there is no valid value.
            if schema == nil, object.isClosed { return nil }
            let any = TypeReference.builtin(
                shapes.discriminatorValues(key, of: types.drafts[id].source) == nil ? .json : .string)
            let type = schema.map { $0.boolean == true ? any : value($0, naming: naming) } ?? any
            return PropertyDraft(
                key: key,
                name: name,
                type: type,
                presence: type.isOptional ? .nullable : .required,
                constant: discriminatorLiteral(key, type, in: id),
                documentation: ["Required by the document, which does not describe it."]
            )
        }
    }

    private func value(_ schema: Schema, naming: Naming) -> TypeReference {
        schema.boolean == true ? .builtin(.json) : type(of: schema, naming: naming).optionalType
    }

    /// The type of a map's keys: an enumeration of strings, the type of a format, or else `String`.
    func keyType(_ names: Schema?, naming: Naming) -> TypeReference {
        guard let names else { return .builtin(.string) }
        switch document.target(of: names).format {
        case "uuid": return .builtin(.uuid)
        case "date": return .builtin(.calendarDate)
        default: break
        }
        let inner = Naming(parent: naming.parent, name: naming.role + "Key")
        let planned = type(of: names, naming: inner)
        guard case .declared(let id) = planned.type, !planned.isNullable,
            let enumeration = types.drafts.enumeration(id), enumeration.raw == .string
        else { return .builtin(.string) }
        return planned.type
    }
}
