import ApusPlanning

/// The document's servers.
struct ServersView: TemplateView {
    var client: String
    var access: String
    var entries: [Server]
    /// The enumerations of variables that list their values.
    var choices: [Choice]

    static let schema = ViewSchema<Self>(
        "servers",
        [
            .text("client", \.client), .text("access", \.access), .views("entries", \.entries),
            .views("choices", \.choices),
        ]
    )

    struct Server: TemplateView {
        var documentation: [String]
        /// `var production: Self`, `func regional(region: String) -> Self`
        var head: Code
        var url: String

        static let schema = ViewSchema<Self>(
            "server", [.lines("documentation", \.documentation), .code("head", \.head), .text("url", \.url)]
        )
    }

    struct Choice: TemplateView {
        var documentation: [String]
        var name: String
        var cases: [Case]

        static let schema = ViewSchema<Self>(
            "choice", [.lines("documentation", \.documentation), .text("name", \.name), .views("cases", \.cases)]
        )
    }

    struct Case: TemplateView {
        var name: String
        /// ` = "eu-1"` if the value differs from the name.
        var raw: String

        static let schema = ViewSchema<Self>("case", [.text("name", \.name), .text("raw", \.raw)])
    }
}

/// The document's servers as members of `ServerURL`, and the values of their variables as enumerations of the client.
struct ServerURLViews: Sendable {
    let plan: Plan
    let types: TypeText

    /// `nil` for a document without servers.
    func servers() -> ServersView? {
        guard !plan.api.servers.isEmpty else { return nil }
        return ServersView(
            client: types.qualified(plan.api.clientName),
            access: plan.options.access.prefix,
            entries: plan.api.servers.map(server),
            choices: plan.api.serverChoices.map(choice)
        )
    }

    private func server(_ server: ServerPlan) -> ServersView.Server {
        let parameters = parameters(of: server)
        let name = Escaping.identifier(server.name)
        let head: Code = parameters.isEmpty ? "var \(name): Self" : "func \(name)(\(.list(parameters))) -> Self"
        let url = Escaping.interpolation(server.url.map { part(of: $0, in: server) })
        return ServersView.Server(
            documentation: Escaping.documentation(server.wholeDocumentation),
            head: head,
            url: server.base == .argument ? "Self(\(url), relativeTo: base)" : url
        )
    }

    private func parameters(of server: ServerPlan) -> [Code] {
        let base: [Code] = server.base == .argument ? ["relativeTo base: Self"] : []
        return base
            + server.variables.map { variable -> Code in
                let type = type(of: variable)
                let value: Code = variable.default.map { " = \(TypeText.text($0))" } ?? .empty
                return "\(Escaping.identifier(variable.name)): \(type)\(value)"
            }
    }

    private func type(of variable: ServerVariablePlan) -> String {
        switch variable.kind {
        case .text: "String"
        case .choice(let index): types.qualified(plan.api.clientName) + "." + plan.api.serverChoices[index].name
        }
    }

    private func part(of part: ServerPlan.Part, in server: ServerPlan) -> Escaping.InterpolationPart {
        switch part {
        case .literal(let text): return .text(text)
        case .variable(let index):
            let variable = server.variables[index]
            let name = Escaping.identifier(variable.name)
            return .expression(variable.kind == .text ? name : name + ".rawValue")
        }
    }

    private func choice(_ choice: ServerChoicePlan) -> ServersView.Choice {
        let cases = choice.cases.map { item in
            ServersView.Case(
                name: Escaping.identifier(item.name),
                raw: item.name == item.value ? "" : " = " + Escaping.stringLiteral(item.value)
            )
        }
        return ServersView.Choice(
            documentation: Escaping.documentation(choice.documentation),
            name: Escaping.identifier(choice.name),
            cases: cases
        )
    }
}
