import ApusDiagnostics
import ApusOpenAPI

/// How the properties of models are written in XML, for models that are sent as XML and have properties that are not written as
/// elements with their own names.
///
/// Needs members in their final form.
struct XMLShapes {
    let types: TypeTable
    private var shapes: Shapes { types.shapes }
    private var document: Document { types.document }

    init(types: TypeTable) { self.types = types }

    func plan(_ xmlTypes: [TypeReference]) -> [DeclarationID: [XMLMemberPlan]] {
        if xmlTypes.isEmpty { return [:] }
        var members: [DeclarationID: [XMLMemberPlan]] = [:]
        var pending = xmlTypes.flatMap(\.declared)
        while let id = pending.popLast() {
            guard members[id] == nil else { continue }
            members[id] = xmlMembers(of: id)
            pending += types.drafts.content(id).contents.flatMap(\.declared)
        }
        var shaped = Set(members.filter { $0.value.contains(where: \.isUnusual) }.keys)
        var count = -1
        while count != shaped.count {
            count = shaped.count
            for (id, members) in members where members.contains(where: { $0.model.map(shaped.contains) ?? false }) {
                shaped.insert(id)
            }
        }
        return members.filter { shaped.contains($0.key) }.mapValues { members in
            members.compactMap { member in
                var member = member
                if let model = member.model, !shaped.contains(model) { member.model = nil }
                return member.isUnusual || member.model != nil ? member : nil
            }
        }
    }

    private func xmlMembers(of id: DeclarationID, depth: Int = 0) -> [XMLMemberPlan] {
        // The properties of a union are written as its members write them: members are distinguished by their keys, and agree on
        // the keys that they share.
        if types.drafts.content(id).isUnion, depth < 8 {
            var seen: Set<String> = []
            return types.drafts.content(id).contents.flatMap(\.declared).flatMap {
                xmlMembers(of: $0, depth: depth + 1)
            }
            .filter { seen.insert($0.key).inserted }
        }
        guard let structure = types.drafts.structure(id),
            let shape = shapes.formShape(of: types.drafts[id].source.schema)
        else { return [] }
        let memberTypes = Dictionary(structure.properties.map { ($0.key, $0.type) }) { first, _ in first }
        return shape.members.map { member in xmlMember(member, type: memberTypes[member.key]) }
    }

    private func xmlMember(_ member: ObjectShape.Member, type: TypeReference?) -> XMLMemberPlan {
        let schema = member.schema
        let target = document.target(of: schema)
        let xmls = [schema.xml, target.xml].compactMap { $0 }
        let nodeType = xmls.lazy.compactMap(\.nodeType).first
        var plan = XMLMemberPlan(
            key: member.key, kind: .element, name: shapes.xmlName(of: schema, otherwise: member.key),
            model: type?.model, isMap: type?.isMap ?? false
        )
        if case .array(let items) = shapes.resolvedShape(of: target) {
            // The elements have their own name; "the name of the array" applies only if there is an element for the array.
            let item = items.map { shapes.xmlName(of: $0, otherwise: plan.name.qualified) } ?? plan.name
            if nodeType == .element || xmls.contains(where: \.wrapped) {
                plan.kind = .wrapped(item: item)
            } else {
                plan.name =
                    items.map { shapes.xmlName(of: $0, otherwise: member.key) } ?? XMLNamePlan(qualified: member.key)
            }
            return plan
        }
        switch nodeType {
        case .attribute: plan.kind = .attribute
        case .text: plan.kind = .text
        case .cdata: plan.kind = .cdata
        case .some(.none):
            shapes.report(
                .unsupportedKeyword, "an object without an element of its own is written as an element", at: schema)
        case .element, nil: if xmls.contains(where: \.attribute) { plan.kind = .attribute }
        }
        return plan
    }
}

extension XMLMemberPlan {
    /// Whether it differs from the default.
    fileprivate var isUnusual: Bool {
        kind != .element || name != XMLNamePlan(qualified: key)
    }
}

extension TypeReference {
    /// The declaration of a value, or of the items of a list.
    fileprivate var model: DeclarationID? {
        switch self {
        case .declared(let id): id
        case .array(let inner), .optional(let inner), .nullable(let inner): inner.model
        case .dictionary(.declared(let id), key: .builtin(.string)): id
        case .builtin, .external, .dictionary, .generic: nil
        }
    }

    /// Whether that is the declaration of the values of a map.
    fileprivate var isMap: Bool {
        switch self {
        case .array(let inner), .optional(let inner), .nullable(let inner): inner.isMap
        case .dictionary: true
        case .declared, .builtin, .external, .generic: false
        }
    }
}
