import ApusDiagnostics

/// One operation: a client method and a server requirement.
package struct OperationPlan: Sendable {
    /// `updateConversation`
    package var name: String
    /// `patch`, a static member of `HTTPRequest.Method` except for unusual methods.
    package var method: String
    /// `QUERY`
    package var unusualMethod: String?
    /// `/api/conversations/{conversation_id}`, possibly with a query that is part of each request: `/responses?beta=true`.
    package var path: String
    package var documentation: [String]
    package var isDeprecated: Bool
    package var parameters: [ParameterPlan]
    package var body: BodyPlan?
    package var success: SuccessPlan
    /// The media types that the client accepts, the best first: all that it reads.
    package var accepted: [String]
    /// The statuses of the redirects among its successes, which the client does not follow but returns to the caller. The redirects
    /// among its failures are known from the failure type.
    package var redirects: [Int] = []
    /// An index into `Plan.failures`; `nil` if the document declares no failure.
    package var failure: Int?
    /// The first of its tags.
    package var tag: String?
    /// All of its tags, in the order of the document.
    package var tags: [String]
    package var security: SecurityPlan
    /// The server to which requests are sent by default: an index into `APIPlan.servers`; `nil` for the client's server.
    package var server: Int?
    /// Whether requests are sent to a URL that the caller gives each time: a webhook or callback.
    package var isWebhook = false
    /// Whether a server has a route for it; `false` if another operation has the same requests.
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
    /// The position among the operation's parameters in the document: issues are reported in that order.
    package var position = 0
    package var name: String
    package var location: Location
    /// Without `Optional`.
    package var type: TypeReference
    package var presence: Presence
    /// The value that a server's handler receives if the request has none; a client then sends nothing.
    package var defaultValue: Literal?
    /// The style and explode, if they differ from the location's defaults.
    package var style: StylePlan?
    /// The format of the whole query, if the parameter is the whole query.
    package var queryFormat: QueryFormat?
    /// Whether reserved characters are not encoded.
    package var allowsReserved: Bool
    /// Whether an empty value counts as absent.
    package var allowsEmpty: Bool
    package var check: Check?
    /// `conversationID: The conversation's number.`
    package var documentation: String?
}

package struct StylePlan: Sendable, Hashable {
    /// A case of ApusRuntime's `ParameterStyle`: OpenAPI's styles, and `json`.
    package var name: String
    /// `nil` if the style does not offer this choice.
    package var explode: Bool?
}

/// The media type of a parameter that is the whole query.
package enum QueryFormat: Sendable, Hashable {
    case form([FormEncodingPlan])
    case json
    case text
}

/// How a form writes one of its properties, if not as text.
package struct FormEncodingPlan: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        /// JSON text, for each element of an array.
        case json
        /// One value whose reserved characters are not encoded.
        case reserved
        case list(StylePlan, allowsReserved: Bool)
        case object(StylePlan, allowsReserved: Bool)
    }

    /// The property's.
    package var key: String
    package var content: Content
}

/// The body of a request.
package struct BodyPlan: Sendable {
    /// The type of the argument.
    package enum Value: Sendable, Equatable {
        case type(TypeReference)
        /// One of several: an index into `Plan.bodies`.
        case choice(Int)
    }

    package var value: Value
    /// The kinds of content that are possible, beginning with the one that a client sends.
    package var contents: [BodyContentPlan]
    /// Whether there is always a body: if its type is optional, nil is sent as `null`.
    package var isRequired: Bool
    /// `body: What to rename.`
    package var documentation: String?

    /// The type of the argument; `nil` for a choice of several.
    var argumentType: TypeReference? {
        guard case .type(let type) = value else { return nil }
        return isRequired ? type : .optional(type.unwrapped)
    }
}

/// One kind of content that a body may be.
package struct BodyContentPlan: Sendable, Hashable {
    /// `json`, the case of the body's enumeration, if there is one.
    package var name: String
    package var content: ContentPlan
    package var type: TypeReference
    /// Whether FastAPI treats the members as the arguments of a function.
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

/// One declared response.
package struct ResponsePlan: Sendable, Hashable {
    package enum Status: Sendable, Hashable {
        case code(Int)
        /// `4XX` -> 4
        case range(Int)
        case `default`
    }

    package var status: Status
    package var content: ContentPlan?
    /// Whether the status has a better response in another media type, so that the name states which one this is.
    package var isAlternative = false
    /// The media type by which a reader distinguishes it from the other responses with the status; `nil` for the remaining one.
    package var distinction: String?
    package var type: TypeReference
    /// What a client that validates responses requires of a string beyond its type.
    package var check: Check?
    /// An index into `Plan.responseTypes`, if header fields are declared.
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

/// The documented successes of one operation, if there are several.
package struct OutputPlan: Sendable {
    package var name: String
    package var responses: [ResponsePlan]
    package var documentation: [String]
}

/// What an operation requires of its caller: one of the alternatives, each a combination of schemes.
package struct SecurityPlan: Sendable, Hashable {
    package struct Demand: Sendable, Hashable {
        /// An index into `APIPlan.schemes`.
        package var scheme: Int
        /// The permissions that the caller needs, as the scheme names them.
        package var scopes: [String]
    }

    package var alternatives: [[Demand]]
    /// Whether callers without credentials are accepted as well.
    package var allowsAnonymous: Bool

    package var isOpen: Bool {
        alternatives.isEmpty
    }
}

/// The operations of a tag: an extension of the client, and a separate protocol for servers.
package struct GroupPlan: Sendable {
    /// `Pets`
    package var name: String
    /// `StorePetsAPI`
    package var serverName: String
    /// Indices into `Plan.operations`.
    package var operations: [Int]
    package var documentation: [String]
}
