import ApusDiagnostics

/// One operation: a client method and a server requirement.
package struct OperationPlan: Sendable {
    /// `updateConversation`
    package var name: String
    /// `patch`, a static member of `HTTPRequest.Method` where `isStandardMethod`.
    package var method: String
    /// `/api/conversations/{conversation_id}`
    package var path: String
    package var documentation: [String]
    package var isDeprecated: Bool
    package var parameters: [ParameterPlan]
    package var body: BodyPlan?
    package var success: SuccessPlan
    /// An index into `Plan.failures`; nil where the document declares no failure.
    package var failure: Int?
    package var security: SecurityPlan
    /// Where requests go unless the caller says otherwise: an index into `APIPlan.servers`; nil for the client's server.
    package var server: Int?
    package var errors: ErrorStyle
    package var location: SourceLocation
}

package struct ParameterPlan: Sendable {
    package enum Location: String, Sendable {
        case path, query, header, cookie
    }

    package enum Presence: Sendable, Equatable {
        case required
        case optional
        case defaulted(Literal)
    }

    package var key: String
    package var name: String
    package var location: Location
    /// Without `Optional`.
    package var type: TypeReference
    package var presence: Presence
    /// The style and explode, where they differ from the location's defaults.
    package var style: ParameterStyle?
    package var check: Check?
    package var documentation: [String]
}

package struct ParameterStyle: Sendable, Hashable {
    /// A case of ApusRuntime's `ParameterStyle`.
    package var name: String
    package var explode: Bool
}

package struct BodyPlan: Sendable {
    package var content: ContentKind
    package var type: TypeReference
    package var isRequired: Bool
    package var check: Check?
    package var documentation: [String]
}

/// How a body is written and read.
package enum ContentKind: Hashable, Sendable {
    /// `application/json` or a `+json` type.
    case json(mediaType: String)
    case text(mediaType: String)
    case data(mediaType: String)
    case multipart
}

package enum SuccessPlan: Sendable {
    /// One declared success, returned bare.
    case single(ResponsePlan)
    /// Several: an index into `Plan.outputs`.
    case output(Int)
}

/// One declared answer.
package struct ResponsePlan: Sendable, Hashable {
    package enum Status: Sendable, Hashable {
        case code(Int)
        /// `4XX` -> 4
        case range(Int)
        case `default`
    }

    package var status: Status
    package var content: ContentKind?
    package var type: TypeReference
    /// `unprocessableContent`
    package var name: String
    package var documentation: [String]
}

/// The documented failures of one or more operations.
package struct FailurePlan: Sendable, Hashable {
    package var name: String
    package var responses: [ResponsePlan]
    package var documentation: [String]
}

/// The documented successes of one operation, where there are several.
package struct OutputPlan: Sendable {
    package var name: String
    package var responses: [ResponsePlan]
    package var documentation: [String]
}

/// What an operation demands of its caller: one of the alternatives, each a combination of schemes.
package struct SecurityPlan: Sendable, Hashable {
    /// Indices into `APIPlan.schemes`.
    package var alternatives: [[Int]]
    /// Whether a caller without credentials is served as well.
    package var allowsAnonymous: Bool

    package var isOpen: Bool {
        alternatives.isEmpty
    }
}
