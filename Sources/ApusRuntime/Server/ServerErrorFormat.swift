import HTTPTypes

/// How a server words its own refusals.
public struct ServerErrorFormat: Sendable {
    /// What the format is called, with its options: the same name, the same format.
    private let name: [String]
    /// How input is read and judged; nil for JSON Schema alone.
    let conventions: InputConventions?
    /// Whether the place of malformed JSON is the number of characters before it.
    let placesSyntaxErrors: Bool
    private let refusal: @Sendable (HTTPResponse.Status, _ detail: String?) -> ServerResponse
    private let invalid: @Sendable ([LocatedIssue]) -> ServerResponse

    init(
        name: [String], conventions: InputConventions? = nil, placesSyntaxErrors: Bool = false,
        refusal: @escaping @Sendable (HTTPResponse.Status, _ detail: String?) -> ServerResponse,
        invalid: @escaping @Sendable ([LocatedIssue]) -> ServerResponse
    ) {
        self.name = name
        self.conventions = conventions
        self.placesSyntaxErrors = placesSyntaxErrors
        self.refusal = refusal
        self.invalid = invalid
    }

    /// RFC 9457, `application/problem+json`, with the issues as the extension member `errors`.
    public static let problemDetails = Self(
        name: ["problemDetails"],
        refusal: { status, detail in ProblemDetails(status: status, detail: detail).response },
        invalid: { issues in ProblemDetails(status: .unprocessableContent, issues: issues).response })

    func response(
        _ status: HTTPResponse.Status, _ detail: String? = nil, headers: HTTPFields = HTTPFields()
    ) -> ServerResponse {
        var response = refusal(status, detail)
        for field in headers { response.headers.append(field) }
        return response
    }

    func response(invalid issues: [LocatedIssue]) -> ServerResponse { invalid(issues) }
}

extension ServerErrorFormat: Hashable {
    public static func == (one: Self, other: Self) -> Bool { one.name == other.name }

    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
