/// Documentation of generated declarations that the document does not describe.
extension SchemePlan {
    /// Documents the method that authenticates a caller.
    package var authenticationDocumentation: String {
        let presented =
            switch kind {
            case .apiKey(let location, let key): "`key` in the \(location.noun) `\(key)`"
            case .bearer: "the bearer token `token`"
            case .basic: "`credentials`"
            case .mutualTLS:
                "a certificate on the connection of `request`, as reported by whatever terminates TLS; nil if there is none"
            case .undefined: "what `\(key)` stands for in `request`; nil if it is missing, which is refused with 401"
            }
        return "The caller who presents \(presented).\(kind.readsRequest ? "\n" : " ")"
            + "Throw `Unauthorized()` to refuse the request with 401"
            + (hasScopes ? ",\nor `Forbidden()`, with 403, if one of `scopes` is missing." : ".")
    }

    /// Documents the method that refuses every caller until the author of the server writes another.
    package var refusalDocumentation: String { "Refuses every request: the document does not say what `\(key)` is." }
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

    package var authenticationDocumentation: String { "The authentication for the operations of `\(serverName)`." }

    package var sampleServerDocumentation: [String] {
        [
            "Answers each operation with a sample: for tests, previews and mock servers.",
            "`struct Stub: \(sampleServerName) {}` is a complete server. Operations that it implements itself are answered by it.",
        ]
    }
}

extension Structure.Codec {
    /// Documents the property that contains all other members.
    package var additionalDocumentation: String {
        switch self {
        case .json: "The members without a property of their own."
        case .tuple: "The remaining elements."
        case .multipart: "The parts without a property of their own."
        }
    }
}

extension ServerPlan {
    /// The documentation with a list of the variables that the document describes.
    package var wholeDocumentation: [String] {
        let described = variables.filter { !$0.documentation.isEmpty }
        return documentation
            + Documentation.parameters(described.map { "\($0.name): \($0.documentation.joined(separator: "\n"))" })
    }
}

extension LinkPlan.Value {
    /// The error of a link whose value is missing or has the wrong type.
    package var absence: String {
        switch source {
        case .literal, .value, .required, .argument: "The link has no value for \(label)"
        case .json: "The link's body does not have its type"
        }
    }
}
