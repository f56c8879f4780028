/// A link of an answer: the operation that it leads to, called with what was asked and answered.
///
///     func getOwner(of response: Pet) async throws(ClientError<Never>) -> Owner { try await getUser(id: response.ownerID) }
package struct LinkPlan: Sendable {
    package var name: String
    /// What the values are taken from, then what the link leaves open.
    package var arguments: [ArgumentPlan]
    /// The operation that is called: an index into `Plan.operations`.
    package var target: Int
    package var values: [Value]
    /// The URL of the server that it goes to, where that is not the operation's; it may be relative.
    package var server: String?
    package var documentation: [String]

    package struct Value: Sendable, Hashable {
        package enum Source: Sendable, Hashable {
            case literal(Literal)
            case value(ValuePlan)
            /// The target takes no `nil`: a value that is not there ends the call, one that is there gets this name.
            case required(ValuePlan, local: String)
            /// JSON text that a value of the type is made of, which gets a name.
            case json(String, TypeReference, local: String)
            /// An argument of the link itself.
            case argument(String)
        }

        package var label: String
        package var source: Source
    }
}
