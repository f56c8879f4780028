import ApusDiagnostics

/// One operation: a client method and a server requirement.
package struct OperationPlan: Sendable {
    /// `updateConversation`
    package var name: String
    /// `patch`, a static member of `HTTPRequest.Method` but for unusual ones.
    package var method: String
    /// `QUERY`
    package var unusualMethod: String?
    /// `/api/conversations/{conversation_id}`, perhaps with a query that goes with each request: `/responses?beta=true`.
    package var path: String
    package var documentation: [String]
    package var isDeprecated: Bool
    package var parameters: [ParameterPlan]
    package var body: BodyPlan?
    package var success: SuccessPlan
    /// The media types that the client says it takes, the best first: all that it reads.
    package var accepted: [String]
    /// The redirects among its successes, by their statuses: the caller gets these. Those among its failures are known by these.
    package var redirects: [Int] = []
    /// An index into `Plan.failures`; nil where the document declares no failure.
    package var failure: Int?
    /// The first of its tags.
    package var tag: String?
    package var security: SecurityPlan
    /// Where requests go unless the caller says otherwise: an index into `APIPlan.servers`; nil for the client's server.
    package var server: Int?
    /// Whether requests go to a URL that the caller gives each time: a webhook or callback.
    package var isWebhook = false
    /// Whether a server has it: not where its requests are those of another operation.
    package var isRouted = true
    package var errors: ErrorStyle
    package var location: SourceLocation
}

package struct ParameterPlan: Sendable {
    package enum Location: String, Sendable {
        case path, query, header, cookie
        /// The whole query.
        case querystring
    }

    package enum Presence: Sendable, Equatable {
        case required
        case optional
    }

    package var key: String
    /// Which one of the operation's parameters it is in the document: issues come in that order.
    package var position = 0
    package var name: String
    package var location: Location
    /// Without `Optional`.
    package var type: TypeReference
    package var presence: Presence
    /// What a server's handler gets where the request says nothing; a client sends nothing then.
    package var defaultValue: Literal?
    /// The style and explode, where they differ from the location's defaults.
    package var style: StylePlan?
    /// What the whole query is, where that is the parameter.
    package var queryFormat: QueryFormat?
    /// Whether reserved characters stay as they are.
    package var allowsReserved: Bool
    /// Whether an empty value counts as none.
    package var allowsEmpty: Bool
    package var check: Check?
    /// `conversationID: The conversation's number.`
    package var documentation: String?
}

package struct StylePlan: Sendable, Hashable {
    /// A case of ApusRuntime's `ParameterStyle`: OpenAPI's styles, and `json`.
    package var name: String
    /// nil where the style has no such choice.
    package var explode: Bool?
}

/// The media type of a parameter that is the whole query.
package enum QueryFormat: Sendable, Hashable {
    case form([FormEncodingPlan])
    case json
    case text
}

/// How a form writes one of its properties, where that is not as text.
package struct FormEncodingPlan: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        /// JSON text, for each element of an array.
        case json
        /// One value whose reserved characters stay.
        case reserved
        case list(StylePlan, allowsReserved: Bool)
        case object(StylePlan, allowsReserved: Bool)
    }

    /// The property's.
    package var key: String
    package var content: Content
}

/// What a request carries.
package struct BodyPlan: Sendable {
    /// What the argument is.
    package enum Value: Sendable, Equatable {
        case type(TypeReference)
        /// One of several: an index into `Plan.bodies`.
        case choice(Int)
    }

    package var value: Value
    /// The kinds of content that it may be, the one that a client sends first.
    package var contents: [BodyContentPlan]
    /// Whether there is always a body: nil is `null` where its type is optional.
    package var isRequired: Bool
    /// `body: What to rename.`
    package var documentation: String?

    /// The type of the argument; nil for one of several.
    var argumentType: TypeReference? {
        guard case .type(let type) = value else { return nil }
        return isRequired ? type : .optional(type.unwrapped)
    }
}

/// One kind of content that a body may be.
package struct BodyContentPlan: Sendable, Hashable {
    /// `json`, the case of the body's enumeration, where it has one.
    package var name: String
    package var content: ContentPlan
    package var type: TypeReference
    /// Whether the members are what FastAPI has as the arguments of a function.
    package var isEmbedded = false
    package var check: Check?
}

/// A request's body that may be of several types: an enumeration of them.
package struct BodyChoicePlan: Sendable {
    package var name: String
    package var contents: [BodyContentPlan]
    package var documentation: [String]
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
    package var content: ContentPlan?
    /// Whether a better answer of the status comes in another media type, so that the name says which this one is.
    package var isAlternative = false
    /// The media type by which a reader knows it from the other answers of the status; nil for what is left.
    package var distinction: String?
    package var type: TypeReference
    /// What a client that validates answers demands of a text beyond its type.
    package var check: Check?
    /// Where header fields are declared, an index into `Plan.responseTypes`.
    package var value: Int?
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
    package struct Demand: Sendable, Hashable {
        /// An index into `APIPlan.schemes`.
        package var scheme: Int
        /// What the caller must be allowed to do, in the words of the scheme.
        package var scopes: [String]
    }

    package var alternatives: [[Demand]]
    /// Whether a caller without credentials is served as well.
    package var allowsAnonymous: Bool

    package var isOpen: Bool {
        alternatives.isEmpty
    }
}

/// The operations of a tag: an extension of the client and a protocol of their own for servers.
package struct GroupPlan: Sendable {
    /// `Pets`
    package var name: String
    /// `StorePetsAPI`
    package var serverName: String
    /// Indices into `Plan.operations`.
    package var operations: [Int]
    package var documentation: [String]
}
