/// Everything that is to be generated, with all decisions made: names, types, optionality, codecs, checks.
///
/// Plain data. Rendering reads it and does not look into the document again.
package struct Plan: Sendable {
    package var api: APIPlan
    /// The arena of declarations; a `DeclarationID` is an index into it.
    package var declarations: [Declaration]
    /// The declarations at the top level, in the order of their names.
    package var roots: [DeclarationID]
    package var failures: [FailurePlan]
    package var outputs: [OutputPlan]
    package var bodies: [BodyChoicePlan]
    package var responseTypes: [ResponseTypePlan]
    package var operations: [OperationPlan]
    package var links: [LinkPlan]
    /// The requests in the other direction, if there are any.
    package var webhooks: WebhooksPlan?
    /// The operations by tags; empty if they are not grouped.
    package var groups: [GroupPlan]
    /// The validators that do not belong to a declaration.
    package var validators: [SchemaValidator]
    /// `nil` if none are wanted.
    package var samples: SamplePlan?
    package var options: PlanOptions

    package subscript(id: DeclarationID) -> Declaration {
        declarations[id.index]
    }
}

/// The document as a whole: `OpenHands` -> `OpenHandsClient`, `OpenHandsAPI`.
package struct APIPlan: Sendable {
    /// `OpenHands`
    package var name: String
    package var clientName: String
    package var serverName: String
    package var documentation: [String]
    /// The same, with information about the document: its version, license and contact.
    package var clientDocumentation: [String]
    /// The servers of the document, then those of paths and operations.
    package var servers: [ServerPlan]
    package var serverChoices: [ServerChoicePlan]
    package var schemes: [SchemePlan]
    /// What operations require, each combination once.
    package var authenticators: [AuthenticatorPlan]
    /// The protocol of the `authenticate` methods, if several protocols require them: `StoreAuthentication`.
    package var authenticationName: String?
    /// How a server responds to invalid input, unless an operation specifies something else.
    package var errors: ErrorStyle
    /// The file from which the document was read, as it is named in the header of generated files.
    package var sourceName: String
}

/// A security scheme that at least one operation requires.
package struct SchemePlan: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case apiKey(in: APIKeyLocation, name: String)
        case bearer
        case basic
        /// The client certificate of the connection.
        case mutualTLS
        /// The document does not define it. Servers reject callers that need it until the server's author supplies the check.
        case undefined
    }

    /// The key in `components.securitySchemes`.
    package var key: String
    /// `apiKeyHeader`
    package var name: String
    package var kind: Kind
    /// Whether operations require scopes of it, which are passed to the server.
    package var hasScopes: Bool
    /// The OAuth flows that a client can follow without its user: their URLs and scopes.
    package var flows: [OAuthFlowPlan] = []
    package var documentation: [String]
}

/// How a client gets tokens, or renews those that the caller has got.
package enum OAuthFlowPlan: Sendable, Equatable {
    case clientCredentials(tokenURL: String, scopes: [String])
    /// `refreshURL` is `nil` if it is the token URL.
    case authorizationCode(tokenURL: String, refreshURL: String?, scopes: [String])
}

/// One way for operations to authenticate callers: `let keyOrBearer = Authenticator.any([...])`.
package struct AuthenticatorPlan: Sendable {
    package var name: String
    package var alternatives: [[SecurityPlan.Demand]]
}

package enum APIKeyLocation: String, Sendable {
    case header, query, cookie
}

/// The shape of the response to invalid input.
package enum ErrorStyle: Sendable, Equatable {
    /// FastAPI's `HTTPValidationError`.
    case httpValidationError(FastAPIDetails)
    /// RFC 9457 `application/problem+json`.
    case problem
}

/// What the document's `ValidationError` has besides `loc`, `msg` and `type`.
package struct FastAPIDetails: Sendable, Equatable {
    package var hasInput: Bool
    package var hasContext: Bool
    /// The names of the values that `input` must not show.
    package var secrets: [String] = []
}

extension Plan {
    /// A plan for validators of schemas only, without an API.
    package init(validators: [SchemaValidator], options: PlanOptions, sourceName: String) {
        self.init(
            api: APIPlan(
                name: "Schemas",
                clientName: "SchemasClient",
                serverName: "SchemasAPI",
                documentation: [],
                clientDocumentation: [],
                servers: [],
                serverChoices: [],
                schemes: [],
                authenticators: [],
                errors: .problem,
                sourceName: sourceName
            ),
            declarations: [],
            roots: [],
            failures: [],
            outputs: [],
            bodies: [],
            responseTypes: [],
            operations: [],
            links: [],
            webhooks: nil,
            groups: [],
            validators: validators,
            samples: nil,
            options: options
        )
    }
}

extension Plan {
    /// The enum that contains the declarations, if there is one.
    package var namespace: String? {
        switch options.namespace {
        case .none: nil
        case .title: api.name
        case .named(let name): name
        }
    }
}
