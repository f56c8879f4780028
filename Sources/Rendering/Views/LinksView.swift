import ApusPlanning

/// The links of all responses as methods of the client.
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
        /// ` -> Bool`
        var result: String
        /// The values that must be present for the call.
        var guards: [Guard]
        /// `getUser`
        var method: String
        var values: Code

        /// Whether the call needs the keyword `return`, because other statements precede it.
        private var needsReturn: Bool { !guards.isEmpty && !result.isEmpty }

        static let schema = ViewSchema<Self>(
            "link",
            [
                .lines("documentation", \.documentation), .flag("deprecated", \.deprecated),
                .text("access", \.access), .text("name", \.name), .code("parameters", \.parameters),
                .text("failure", \.failure), .text("result", \.result), .views("guards", \.guards),
                .text("method", \.method), .code("values", \.values), .flag("needsReturn", \.needsReturn),
            ]
        )
    }

    /// `guard let id = response.id else {`
    struct Guard: TemplateView {
        var name: String
        var value: String
        /// Why the call cannot be made.
        var reason: String

        static let schema = ViewSchema<Self>(
            "guard", [.text("name", \.name), .text("value", \.value), .text("reason", \.reason)]
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
            guards: link.values.compactMap(linkGuard),
            method: link.server.map { "sending(to: \(Escaping.stringLiteral($0))).\(Escaping.member(target.name))" }
                ?? text.method(target.name, isHidden: link.hides(target.name)),
            values: .list(link.values.map { "\(Escaping.label($0.label)): \(value($0.source))" })
        )
    }

    private func value(_ source: LinkPlan.Value.Source) -> Code {
        switch source {
        case .literal(let literal): TypeText.text(literal)
        case .value(let value): .text(text(of: value))
        case .argument(let name), .required(_, let name), .json(_, _, let name): .text(Escaping.identifier(name))
        }
    }

    private func linkGuard(_ value: LinkPlan.Value) -> LinksView.Guard? {
        let reason = Escaping.stringLiteral(value.absence)
        switch value.source {
        case .literal, .value, .argument: return nil
        case .required(let value, let local):
            return LinksView.Guard(name: Escaping.identifier(local), value: text(of: value), reason: reason)
        case .json(let json, let type, let local):
            let value = "try? \(text.types.text(type, in: nil))(jsonText: \(Escaping.stringLiteral(json)))"
            return LinksView.Guard(name: Escaping.identifier(local), value: value, reason: reason)
        }
    }
}
