import ApusOpenAPI

extension Document {
    /// `readOnly` and `writeOnly`, beside a reference or where that leads.
    func access(of schema: Schema) -> Property.Access {
        let target = target(of: schema)
        if schema.readOnly || target.readOnly { return .readOnly }
        return schema.writeOnly || target.writeOnly ? .writeOnly : .both
    }
}

/// A member that is `readOnly` is not required of requests, nor one that is `writeOnly` of answers. [Schema Object]
///
/// One type serves both directions, since most such documents mark an `id` and a date or two: a second type of everything
/// else would be the larger evil for who passes what was received on. So where values travel in the direction that lacks a
/// required member, the member is optional.
extension SchemaPlanner {
    func openMembers() {
        for index in declarations.indices {
            guard case .structure(var structure) = declarations[index].kind, structure.codec == .json else { continue }
            for position in structure.properties.indices {
                let property = structure.properties[position]
                guard isLacking(property.access, in: declarations[index].usage) else { continue }
                switch property.presence {
                case .required:
                    structure.properties[position].presence = .optional
                    structure.properties[position].type = .optional(property.type)
                case .nullable:
                    structure.properties[position].presence = .threeState
                    structure.properties[position].type = .optional(.nullable(property.type.unwrapped))
                case .optional, .threeState: continue
                }
                let tells = discriminatorValues(property.key, of: declarations[index].id) != nil
                if !tells { structure.properties[position].constant = nil }
            }
            declarations[index].kind = .structure(structure)
        }
    }

    private func isLacking(_ access: Property.Access, in usage: Usage) -> Bool {
        switch access {
        case .both: false
        case .readOnly: usage.contains(.request)
        case .writeOnly: usage.contains(.response)
        }
    }

    /// Where validators ask for a required member. Values of a type that travels in one direction alone need no distinction.
    func demand(of member: Schema, in schema: Schema) -> ObjectCheck.Demand {
        let usage = declaration(of: schema).map { declarations[$0.index].usage } ?? []
        switch document.access(of: member) {
        case .both: return .required
        case .readOnly where usage == .response, .writeOnly where usage == .request: return .required
        case .readOnly where usage == .request, .writeOnly where usage == .response: return .optional
        case .readOnly: return .requiredOfResponses
        case .writeOnly: return .requiredOfRequests
        }
    }
}
