import ApusPlanning

/// Operations as requirements and routes of the server protocol.
struct ServerViews: Sendable {
    let plan: Plan
    let text: OperationText

    /// The parameters of a requirement.
    func arguments(of operation: OperationPlan) -> [String] {
        text.parameters(operation, of: .server)
            + ["context: OperationContext<\(identity(operation.security))>"]
    }

    private func identity(_ security: SecurityPlan) -> String {
        if security.isOpen { return "Void" }
        return security.allowsAnonymous ? "Identity?" : "Identity"
    }

    /// `apiKeyHeader key: String`
    func credential(of scheme: SchemePlan) -> String {
        let name = Escaping.identifier(scheme.name)
        let (local, type) =
            switch scheme.kind {
            case .apiKey: ("key", "String")
            case .bearer: ("token", "String")
            case .basic: ("credentials", "BasicCredentials")
            case .mutualTLS, .undefined: ("request", "HTTPRequest")
            }
        let parameter = name == local ? "\(name): \(type)" : "\(name) \(local): \(type)"
        return parameter + (scheme.hasScopes ? ", scopes: [String]" : "")
    }

    /// `.httpValidationError(with: [.input, .context], hiding: ["password"])`
    func errors(_ style: ErrorStyle) -> Code {
        switch style {
        case .problem: return ".problemDetails"
        case .httpValidationError(let details):
            let held = [details.hasInput ? ".input" : nil, details.hasContext ? ".context" : nil].compactMap { $0 }
            if held.isEmpty { return ".httpValidationError" }
            var arguments: [Code] = ["with: [\(held.joined(separator: ", "))]"]
            if !details.secrets.isEmpty {
                arguments.append("hiding: [\(.elements(of: details.secrets.map(Escaping.stringLiteral)))]")
            }
            return ".httpValidationError(\(.list(arguments)))"
        }
    }
}
