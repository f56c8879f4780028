/// A member that is `readOnly` is not required of requests, nor one that is `writeOnly` of answers. [Schema Object]
///
/// One type serves both directions, since most such documents mark an `id` and a date or two: a second type of everything
/// else would be the larger evil for who passes what was received on. So where values travel in the direction that lacks a
/// required member, the member is optional.
///
/// Needs to know where values travel.
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
