import ApusDiagnostics
import ApusOpenAPI

/// What `xml` objects say of the models that travel as XML.
extension SchemaPlanner {
    /// The root element of a body: nil where the schema has no structure, so that the XML is text.
    func xmlRoot(of schema: Schema, type: TypeReference) -> XMLRootPlan? {
        let target = document.target(of: schema)
        switch shapes.resolvedShape(of: target) {
        case .any, .never, .builtin, .flexibleNumber, .external, .reference, .enumeration, .tuple: return nil
        case .structure, .dictionary, .union:
            xmlTypes.append(type)
            return XMLRootPlan(name: xmlName(of: schema, otherwise: componentName(of: target) ?? "root"))
        case .array(let items):
            xmlTypes.append(type)
            let itemName = items.map { items in
                xmlName(of: items, otherwise: componentName(of: document.target(of: items)) ?? "item")
            }
            return XMLRootPlan(
                name: xmlName(of: schema, otherwise: componentName(of: target) ?? "items"),
                item: itemName ?? XMLNamePlan(qualified: "item")
            )
        }
    }

    private func componentName(of schema: Schema) -> String? {
        document.components.schemas.entries.first { $0.value === schema }?.key
    }

    /// "Replaces the name of the element/attribute used for the described schema property." What stands beside a `$ref`
    /// goes before what it refers to.
    private func xmlName(of schema: Schema, otherwise key: String) -> XMLNamePlan {
        let xmls = [schema.xml, document.target(of: schema).xml].compactMap { $0 }
        let name = xmls.lazy.compactMap(\.name).first ?? key
        let namespace = xmls.lazy.compactMap(\.namespace).first
        // A prefix that stands for nothing is none.
        let prefix = namespace == nil ? nil : xmls.lazy.compactMap(\.prefix).first
        return XMLNamePlan(qualified: prefix.map { "\($0):\(name)" } ?? name, namespace: namespace)
    }

    // MARK: Shapes

    /// Gives the models that travel as XML their shapes, as far as they have one.
    func planXML() {
        guard !xmlTypes.isEmpty else { return }
        var members: [DeclarationID: [XMLMemberPlan]] = [:]
        var pending = xmlTypes.flatMap(\.declared)
        while let id = pending.popLast() {
            guard members[id] == nil else { continue }
            members[id] = xmlMembers(of: id)
            pending += declarations[id.index].contents.flatMap(\.declared)
        }
        var shaped = Set(members.filter { $0.value.contains(where: \.isUnusual) }.keys)
        var count = -1
        while count != shaped.count {
            count = shaped.count
            for (id, members) in members where members.contains(where: { $0.model.map(shaped.contains) ?? false }) {
                shaped.insert(id)
            }
        }
        for id in shaped {
            declarations[id.index].xml = members[id, default: []].compactMap { member in
                var member = member
                if let model = member.model, !shaped.contains(model) { member.model = nil }
                return member.isUnusual || member.model != nil ? member : nil
            }
        }
    }

    private func xmlMembers(of id: DeclarationID, depth: Int = 0) -> [XMLMemberPlan] {
        // What is a union's stands as its members have it: they are told apart by their keys, and agree on those they share.
        if case .union(let union) = declarations[id.index].kind, depth < 8 {
            var seen: Set<String> = []
            return union.members.flatMap(\.type.declared).flatMap { xmlMembers(of: $0, depth: depth + 1) }
                .filter { seen.insert($0.key).inserted }
        }
        guard case .structure(let structure) = declarations[id.index].kind,
            let shape = shapes.formShape(of: sources[id.index].schema)
        else { return [] }
        let types = Dictionary(structure.properties.map { ($0.key, $0.type) }) { first, _ in first }
        return shape.members.map { member in xmlMember(member, type: types[member.key]) }
    }

    private func xmlMember(_ member: ObjectShape.Member, type: TypeReference?) -> XMLMemberPlan {
        let schema = member.schema
        let target = document.target(of: schema)
        let xmls = [schema.xml, target.xml].compactMap { $0 }
        let nodeType = xmls.lazy.compactMap(\.nodeType).first
        var plan = XMLMemberPlan(
            key: member.key, kind: .element, name: xmlName(of: schema, otherwise: member.key),
            model: type?.model, isMap: type?.isMap ?? false
        )
        if case .array(let items) = shapes.resolvedShape(of: target) {
            // The elements are called as they are, "the name of the array" counts where there is an element for it.
            let item = items.map { xmlName(of: $0, otherwise: plan.name.qualified) } ?? plan.name
            if nodeType == .element || xmls.contains(where: \.wrapped) {
                plan.kind = .wrapped(item: item)
            } else {
                plan.name = items.map { xmlName(of: $0, otherwise: member.key) } ?? XMLNamePlan(qualified: member.key)
            }
            return plan
        }
        switch nodeType {
        case .attribute: plan.kind = .attribute
        case .text: plan.kind = .text
        case .cdata: plan.kind = .cdata
        case .some(.none):
            report(.keywordNotHonoured, "an object whose members stand among those around it is an element", at: schema)
        case .element, nil: if xmls.contains(where: \.attribute) { plan.kind = .attribute }
        }
        return plan
    }
}

extension XMLMemberPlan {
    /// Whether it is not what it would be without a word.
    fileprivate var isUnusual: Bool {
        kind != .element || name != XMLNamePlan(qualified: key)
    }
}

extension TypeReference {
    /// The declaration of a value, or of a list's.
    fileprivate var model: DeclarationID? {
        switch self {
        case .declared(let id): id
        case .array(let inner), .optional(let inner), .nullable(let inner): inner.model
        case .dictionary(.declared(let id), key: .builtin(.string)): id
        case .builtin, .external, .dictionary, .generic: nil
        }
    }

    /// Whether that is the declaration of a map's values.
    fileprivate var isMap: Bool {
        switch self {
        case .array(let inner), .optional(let inner), .nullable(let inner): inner.isMap
        case .dictionary: true
        case .declared, .builtin, .external, .generic: false
        }
    }
}
