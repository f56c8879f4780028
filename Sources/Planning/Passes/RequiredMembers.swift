/// A member that is `readOnly` is not required in requests, and one that is `writeOnly` is not required in responses. [Schema
/// Object]
///
/// One type serves both directions, since most such documents mark an `id` and a date or two: a second type for everything else
/// would be worse for code that sends what it has received. So if values are sent in the direction in which a required member is
/// missing, the member is optional.
///
/// Needs the directions in which values are sent.
enum RequiredMembers {
    static func open(in drafts: inout Drafts, usage: TypeUsage, shapes: Shapes) {
        for draft in drafts.all {
            guard case .structure(var structure) = draft.content, structure.codec == .json else { continue }
            var isOpened = false
            for position in structure.properties.indices {
                let property = structure.properties[position]
                guard isLacking(property.access, in: usage[draft.id]) else { continue }
                switch property.presence {
                case .required:
                    structure.properties[position].presence = .optional
                    structure.properties[position].type = .optional(property.type)
                case .nullable:
                    structure.properties[position].presence = .threeState
                    structure.properties[position].type = .optional(.nullable(property.type.unwrapped))
                case .optional, .threeState: continue
                }
                let tells = shapes.discriminatorValues(property.key, of: draft.source) != nil
                if !tells { structure.properties[position].constant = nil }
                isOpened = true
            }
            if isOpened { drafts.define(draft.id, as: .structure(structure)) }
        }
    }

    private static func isLacking(_ access: Property.Access, in usage: Usage) -> Bool {
        switch access {
        case .both: false
        case .readOnly: usage.contains(.request)
        case .writeOnly: usage.contains(.response)
        }
    }
}
