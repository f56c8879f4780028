/// What generated declarations say of themselves that the document knows nothing of.
extension SchemePlan {
    /// Of the method that finds out who calls.
    package var authenticationDocumentation: String {
        let presented =
            switch kind {
            case .apiKey(let location, let key): "`key` in the \(location.noun) `\(key)`"
            case .bearer: "the bearer token `token`"
            case .basic: "`credentials`"
            case .mutualTLS: "a certificate on the connection of `request`, as what ends TLS tells; nil for none"
            case .undefined: "what `\(key)` stands for in `request`; nil for nothing, which is refused with 401"
            }
        return "Who presents \(presented).\(kind.readsRequest ? "\n" : " ")"
            + "Throw `Unauthorized()` to refuse the request with 401"
            + (hasScopes ? ",\nor `Forbidden()`, with 403, if one of `scopes` is missing." : ".")
    }

    /// Of the method that stands for it until the author of the server writes one.
    package var refusalDocumentation: String { "Refuses everyone: the document does not say what `\(key)` is." }
}

extension SchemePlan.Kind {
    /// Whether the check looks for the credential itself, and may find none.
    package var readsRequest: Bool {
        switch self {
        case .mutualTLS, .undefined: true
        case .apiKey, .bearer, .basic: false
        }
    }
}

extension APIKeyLocation {
    fileprivate var noun: String {
        switch self {
        case .header: "header"
        case .query: "query parameter"
        case .cookie: "cookie"
        }
    }
}

extension APIPlan {
    /// `SamplePetsAPI`
    package var sampleServerName: String { "Sample" + serverName }

    package var authenticationDocumentation: String { "Who may call the operations of `\(serverName)`." }

    package var sampleServerDocumentation: [String] {
        [
            "Answers each operation with a sample: for tests, previews and mock servers.",
            "`struct Stub: \(sampleServerName) {}` is a whole server. Operations that it implements itself are answered by it.",
        ]
    }
}

extension Structure.Codec {
    /// Of the property that holds what no other does.
    package var additionalDocumentation: String {
        switch self {
        case .json: "The members that no property names."
        case .tuple: "The elements behind."
        case .multipart: "The parts that no property names."
        }
    }
}

extension ServerPlan {
    /// With the variables of which the document says something.
    package var wholeDocumentation: [String] {
        let described = variables.filter { !$0.documentation.isEmpty }
        return documentation
            + Documentation.parameters(described.map { "\($0.name): \($0.documentation.joined(separator: "\n"))" })
    }
}

extension LinkPlan.Value {
    /// Why a link cannot be followed whose value is not there, or not of its type.
    package var absence: String {
        switch source {
        case .literal, .value, .required, .argument: "The link has no value for \(label)"
        case .json: "The link's body does not have its type"
        }
    }
}
