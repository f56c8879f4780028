/// A server that the document lists, as a member of `ServerURL`: `static var production: Self { "https://app.all-hands.dev" }`,
/// or a function of its variables.
package struct ServerPlan: Sendable, Equatable {
    package enum Part: Sendable, Equatable {
        case literal(String)
        /// An index into `variables`.
        case variable(Int)
    }

    /// What a relative URL is relative to.
    package enum Base: Sendable, Equatable {
        /// It is absolute.
        case none
        /// An address that the caller gives: the server of a whole document.
        case argument
        /// The server of the client: that of an operation, which is made absolute when a request is sent.
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
    /// Nil where the caller must give a value.
    package var `default`: Literal?
    package var documentation: [String]
}

/// The values of a variable that lists them: an enumeration inside the client.
package struct ServerChoicePlan: Sendable, Equatable {
    package var name: String
    package var cases: [Enumeration.Case]
    package var documentation: [String]
}
