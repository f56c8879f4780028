/// A response with declared headers: a struct with its body and its header fields.
package struct ResponseTypePlan: Sendable {
    package var name: String
    package var content: ContentPlan?
    /// The body's.
    package var type: TypeReference
    /// What a client that validates responses requires of a string beyond its type.
    package var check: Check?
    package var headers: [HeaderPlan]
    package var documentation: [String]
}

package struct HeaderPlan: Sendable {
    /// `X-Rate-Limit`
    package var key: String
    package var name: String
    /// Without `Optional`.
    package var type: TypeReference
    package var isRequired: Bool
    /// Whether the header contains JSON: it is declared with `content`.
    package var isJSON: Bool
    package var explode: Bool
    /// What a client that validates responses requires.
    package var check: Check?
    package var documentation: [String]
}
