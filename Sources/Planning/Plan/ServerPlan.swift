/// A server that the document lists, as a member of `ServerURL`: `static var production: Self { "https://app.all-hands.dev" }`,
/// or a function of its variables.
package struct ServerPlan: Sendable, Equatable {
    package enum Part: Sendable, Equatable {
        case literal(String)
        /// An index into `variables`.
        case variable(Int)
    }

    /// The base of a relative URL.
    package enum Base: Sendable, Equatable {
        /// None: the URL is absolute.
        case none
        /// An address that the caller gives: for servers of the whole document.
        case argument
        /// The client's server: for servers of an operation, whose URLs are made absolute when a request is sent.
        case client
    }

    package var name: String
    package var url: [Part]
    package var variables: [ServerVariablePlan]
    package var base: Base
    package var documentation: [String]
}

package struct ServerVariablePlan: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case text
        /// An index into `APIPlan.serverChoices`.
        case choice(Int)
    }

    package var name: String
    package var kind: Kind
    /// `nil` if the caller must give a value.
    package var `default`: Literal?
    package var documentation: [String]
}

/// The values of a variable that lists them: an enumeration inside the client.
package struct ServerChoicePlan: Sendable, Equatable {
    package var name: String
    package var cases: [Enumeration.Case]
    package var documentation: [String]
}
