/// A link of a response: the operation that it leads to, called with values from the request and the response.
///
///     func getOwner(of response: Pet) async throws(ClientError<Never>) -> Owner { try await getUser(id: response.ownerID) }
package struct LinkPlan: Sendable {
    package var name: String
    /// The arguments from which the values are taken, then those that the link leaves open.
    package var arguments: [ArgumentPlan]
    /// The operation that is called: an index into `Plan.operations`.
    package var target: Int
    package var values: [Value]
    /// The URL of the server to which it is sent, if that is not the operation's server; it may be relative.
    package var server: String?
    package var documentation: [String]

    package struct Value: Sendable, Hashable {
        package enum Source: Sendable, Hashable {
            case literal(Literal)
            case value(ValuePlan)
            /// The target does not accept `nil`: an absent value ends the call, and a present value gets this name.
            case required(ValuePlan, local: String)
            /// JSON text from which a value of the type is created, which gets this name.
            case json(String, TypeReference, local: String)
            /// An argument of the link itself.
            case argument(String)
        }

        package var label: String
        package var source: Source
    }
}
