/// Everything that is to be written, decided: names, types, optionality, codecs, checks.
///
/// Plain data. Rendering reads it and asks no further question of the document.
package struct Plan: Sendable {
    package var api: APIPlan
    /// The arena of declarations; a `DeclarationID` is an index into it.
    package var declarations: [Declaration]
    /// The declarations that stand at the top level, in the order of their names.
    package var roots: [DeclarationID]
    package var failures: [FailurePlan]
    package var outputs: [OutputPlan]
    package var bodies: [BodyChoicePlan]
    package var responseTypes: [ResponseTypePlan]
    package var operations: [OperationPlan]
    package var links: [LinkPlan]
    /// The requests that go the other way, where there are any.
    package var webhooks: WebhooksPlan?
    /// The operations by tags; empty where they stand together.
    package var groups: [GroupPlan]
    /// The validators that belong to no declaration.
    package var validators: [SchemaValidator]
    /// Nil where none are wanted.
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
    /// The same with what there is to know of the document: its version, license and contact.
    package var clientDocumentation: [String]
    /// Those of the document, then those of paths and operations.
    package var servers: [ServerPlan]
    package var serverChoices: [ServerChoicePlan]
    package var schemes: [SchemePlan]
    /// What operations demand, each once.
    package var authenticators: [AuthenticatorPlan]
    /// The protocol of the `authenticate` methods, where several protocols demand them: `StoreAuthentication`.
    package var authenticationName: String?
    /// How a server answers input that it refuses, where an operation does not say otherwise.
    package var errors: ErrorStyle
    /// The file that the document was read from, as the header of generated files names it.
    package var sourceName: String
}

/// A security scheme that some operation demands.
package struct SchemePlan: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case apiKey(in: APIKeyLocation, name: String)
        case bearer
        case basic
        /// The certificate that the connection shows.
        case mutualTLS
        /// The document does not define it. Servers refuse who needs it until their author supplies the check.
        case undefined
    }

    /// The key in `components.securitySchemes`.
    package var key: String
    /// `apiKeyHeader`
    package var name: String
    package var kind: Kind
    /// Whether operations demand scopes of it, which the server is told.
    package var hasScopes: Bool
    package var documentation: [String]
}

/// One way for operations to find out who calls: `let keyOrBearer = Authenticator.any([...])`.
package struct AuthenticatorPlan: Sendable {
    package var name: String
    package var alternatives: [[SecurityPlan.Demand]]
}

package enum APIKeyLocation: String, Sendable {
    case header, query, cookie
}

/// The shape of the answer to input that a server refuses.
package enum ErrorStyle: Sendable, Equatable {
    /// FastAPI's `HTTPValidationError`.
    case httpValidationError(FastAPIDetails)
    /// RFC 9457 `application/problem+json`.
    case problem
}

/// What the document's `ValidationError` has beside `loc`, `msg` and `type`.
package struct FastAPIDetails: Sendable, Equatable {
    package var hasInput: Bool
    package var hasContext: Bool
    /// The names of what `input` must not show.
    package var secrets: [String] = []
}

extension Plan {
    /// Validators of schemas alone, without an API around them.
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
    /// The enum that holds the declarations, where there is one.
    package var namespace: String? {
        switch options.namespace {
        case .none: nil
        case .title: api.name
        case .named(let name): name
        }
    }
}
