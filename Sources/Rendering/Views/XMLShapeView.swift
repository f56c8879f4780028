import ApusPlanning

/// How a model is written in XML.
struct XMLShapeView: TemplateView {
    var name: String
    var access: String
    var members: Code

    static let schema = ViewSchema<Self>(
        "shape", [.text("name", \.name), .text("access", \.access), .code("members", \.members)]
    )
}

/// How models are written in XML.
extension OperationText {
    func xmlShape(of declaration: Declaration) -> XMLShapeView {
        XMLShapeView(
            name: types.name(of: declaration.id),
            access: plan.options.access.prefix,
            members: .elements(of: declaration.xml.map(member))
        )
    }

    /// `.wrapped("tags", item: "tag", of: Tag.self)`
    private func member(_ member: XMLMemberPlan) -> String {
        var arguments = [Escaping.stringLiteral(member.key)]
        if member.name != XMLNamePlan(qualified: member.key) { arguments.append(name(member.name)) }
        let type = member.model.map { member.isMap ? "[String: \(types.name(of: $0))]" : types.name(of: $0) }
        let model = type.map { ["of: \($0).self"] } ?? []
        switch member.kind {
        case .element: return ".element(\((arguments + model).joined(separator: ", ")))"
        case .attribute: return ".attribute(\(arguments.joined(separator: ", ")))"
        case .text: return ".text(\(arguments[0]))"
        case .cdata: return ".cdata(\(arguments[0]))"
        case .wrapped(let item):
            if item != member.name { arguments.append("item: \(name(item))") }
            return ".wrapped(\((arguments + model).joined(separator: ", ")))"
        }
    }
}
