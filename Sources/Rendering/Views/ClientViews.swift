import ApusPlanning

struct ClientView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    /// `APIClient`
    var conformance: String
    /// The client's methods.
    var operations: [Code]

    static let schema = ViewSchema<Self>(
        "client",
        [
            .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
            .text("protocol", \.conformance), .codes("operations", \.operations),
        ]
    )
}

/// The operations of a tag as an extension of the client.
struct ClientGroupView: TemplateView {
    var documentation: [String]
    /// The client's.
    var name: String
    var operations: [Code]

    static let schema = ViewSchema<Self>(
        "client",
        [.lines("documentation", \.documentation), .text("name", \.name), .codes("operations", \.operations)]
    )
}

struct CredentialsView: TemplateView {
    var client: String
    var access: String
    var entries: [Scheme]

    static let schema = ViewSchema<Self>(
        "credentials", [.text("client", \.client), .text("access", \.access), .views("entries", \.entries)]
    )

    struct Scheme: TemplateView {
        var documentation: [String]
        /// `var apiKeyHeader: Scheme`
        var declaration: String
        var credential: Code

        static let schema = ViewSchema<Self>(
            "scheme",
            [
                .lines("documentation", \.documentation), .text("declaration", \.declaration),
                .code("credential", \.credential),
            ]
        )
    }
}

/// Operations as methods of the client.
struct ClientViews: Sendable {
    let plan: Plan
    let text: OperationText

    func client(operations: [Code]) -> ClientView {
        ClientView(
            documentation: Escaping.documentation(plan.api.clientDocumentation),
            access: plan.options.access.prefix,
            name: plan.api.clientName,
            conformance: "APIClient",
            operations: operations
        )
    }

    /// The client that sends webhooks and callbacks.
    func client(_ webhooks: WebhooksPlan, members: [Code]) -> ClientView {
        ClientView(
            documentation: Escaping.documentation(webhooks.documentation),
            access: plan.options.access.prefix,
            name: webhooks.clientName,
            conformance: "WebhookClient",
            operations: members
        )
    }

    func group(_ group: GroupPlan, operations: [Code]) -> ClientGroupView {
        ClientGroupView(
            documentation: Escaping.documentation(group.documentation),
            name: text.types.qualified(plan.api.clientName),
            operations: operations
        )
    }

    func credentials(_ schemes: [SchemePlan], of client: String) -> CredentialsView {
        CredentialsView(
            client: text.types.qualified(client),
            access: plan.options.access.prefix,
            entries: schemes.compactMap(credential)
        )
    }

    /// `nil` if it is not known where the credential would go.
    private func credential(_ scheme: SchemePlan) -> CredentialsView.Scheme? {
        let key = Escaping.stringLiteral(scheme.key)
        let name = Escaping.identifier(scheme.name)
        let declaration: String
        let value: Code
        switch scheme.kind {
        case .apiKey(let location, let field):
            declaration = "var \(name): Scheme"
            value = ".apiKey(\(.list(of: [key, "\(location.rawValue): \(Escaping.stringLiteral(field))"])))"
        case .bearer:
            declaration = "var \(name): Scheme"
            let flows = scheme.flows.map(flow)
            value = flows.isEmpty ? ".bearer(\(key))" : ".oauth2(\(.list([.text(key)] + flows)))"
        case .basic:
            declaration = "func \(name)(username: String, password: String) -> Self"
            value = ".basic(\(key), username: username, password: password)"
        case .mutualTLS: (declaration, value) = ("func \(name)() -> Self", ".mutualTLS(\(key))")
        case .undefined: return nil
        }
        return CredentialsView.Scheme(
            documentation: Escaping.documentation(scheme.documentation), declaration: declaration, credential: value)
    }

    /// `.clientCredentials(tokenURL: "https://vault.example/token", scopes: ["read"])`
    private func flow(_ flow: OAuthFlowPlan) -> Code {
        let (name, urls, scopes): (String, [(String, String?)], [String]) =
            switch flow {
            case .clientCredentials(let url, let scopes): ("clientCredentials", [("tokenURL", url)], scopes)
            case .authorizationCode(let url, let refreshURL, let scopes):
                ("authorizationCode", [("tokenURL", url), ("refreshURL", refreshURL)], scopes)
            }
        var arguments = urls.compactMap { label, url in url.map { Code.text("\(label): \(Escaping.stringLiteral($0))") }
        }
        if !scopes.isEmpty {
            arguments.append("scopes: [\(.elements(of: scopes.map(Escaping.stringLiteral)))]")
        }
        return ".\(name)(\(.list(arguments)))"
    }
}
