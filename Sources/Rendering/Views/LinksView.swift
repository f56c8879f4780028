import ApusPlanning

/// The links of all answers as methods of the client.
struct LinksView: TemplateView {
    var client: String
    var entries: [Link]

    static let schema = ViewSchema<Self>("links", [.text("client", \.client), .views("entries", \.entries)])

    struct Link: TemplateView {
        var documentation: [String]
        var deprecated: Bool
        var access: String
        var name: String
        var parameters: Code
        var failure: String
        var result: String
        var lines: [Code]

        static let schema = ViewSchema<Self>(
            "link",
            [
                .lines("documentation", \.documentation), .flag("deprecated", \.deprecated),
                .text("access", \.access), .text("name", \.name), .code("parameters", \.parameters),
                .text("failure", \.failure), .text("result", \.result), .codes("lines", \.lines),
            ]
        )
    }
}

extension ClientViews {
    func links() -> LinksView {
        LinksView(
            client: text.types.qualified(plan.api.clientName),
            entries: plan.links.map(link)
        )
    }

    private func link(_ link: LinkPlan) -> LinksView.Link {
        let target = plan.operations[link.target]
        return LinksView.Link(
            documentation: Escaping.documentation(link.documentation),
            deprecated: target.isDeprecated,
            access: plan.options.access.prefix,
            name: Escaping.identifier(link.name),
            parameters: .list(link.arguments.map(argument)),
            failure: target.failure.map(text.failureName) ?? "Never",
            result: text.result(target),
            lines: lines(of: link, target)
        )
    }

    private func lines(of link: LinkPlan, _ target: OperationPlan) -> [Code] {
        var guards: [Code] = []
        let arguments = link.values.map { argument -> Code in
            let label = Escaping.label(argument.label)
            switch argument.source {
            case .literal(let literal): return "\(label): \(TypeText.text(literal))"
            case .value(let value): return "\(label): \(text(of: value))"
            case .argument(let name): return "\(label): \(Escaping.identifier(name))"
            case .required(let value, let local):
                let reason = Escaping.stringLiteral(argument.absence)
                guards += [
                    "guard let \(Escaping.identifier(local)) = \(text(of: value)) else {",
                    "    throw .invalidRequest(InvalidRequest(\(reason)))", "}",
                ]
                return "\(label): \(Escaping.identifier(local))"
            case .json(let json, let type, let local):
                let value = "try? \(text.types.text(type, in: nil))(jsonText: \(Escaping.stringLiteral(json)))"
                guards += [
                    "guard let \(Escaping.identifier(local)) = \(value) else {",
                    "    throw .invalidRequest(InvalidRequest(\"The link's body does not have its type\"))", "}",
                ]
                return "\(label): \(Escaping.identifier(local))"
            }
        }
        let method =
            link.server.map { "sending(to: \(Escaping.stringLiteral($0))).\(Escaping.member(target.name))" }
            ?? text.method(target.name, isHidden: link.hides(target.name))
        let call: Code = "try await \(method)(\(.list(arguments)))"
        return guards + [guards.isEmpty || text.result(target).isEmpty ? call : "return \(call)"]
    }
}
