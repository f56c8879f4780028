import HTTPTypes

/// The format of the errors that a server itself reports.
public struct ServerErrorFormat: Sendable {
    /// One object, because each request copies the format several times.
    private final class Answers: Sendable {
        /// The name of the format, with its options. Formats with the same name are equal.
        let name: [String]
        let conventions: InputConventions?
        let placesSyntaxErrors: Bool
        let refusal: @Sendable (HTTPResponse.Status, _ detail: String?) -> ServerResponse
        let invalid: @Sendable ([LocatedIssue]) -> ServerResponse

        init(
            name: [String], conventions: InputConventions?, placesSyntaxErrors: Bool,
            refusal: @escaping @Sendable (HTTPResponse.Status, _ detail: String?) -> ServerResponse,
            invalid: @escaping @Sendable ([LocatedIssue]) -> ServerResponse
        ) {
            self.name = name
            self.conventions = conventions
            self.placesSyntaxErrors = placesSyntaxErrors
            self.refusal = refusal
            self.invalid = invalid
        }
    }

    private let answers: Answers

    /// How input is read and validated; `nil` if only JSON Schema applies.
    var conventions: InputConventions? { answers.conventions }
    /// Whether HEAD and OPTIONS are answered where the document does not declare them.
    var impliesMethods: Bool { answers.conventions == nil }
    /// Whether the location of malformed JSON is reported as the number of characters before it.
    var placesSyntaxErrors: Bool { answers.placesSyntaxErrors }

    init(
        name: [String], conventions: InputConventions? = nil, placesSyntaxErrors: Bool = false,
        refusal: @escaping @Sendable (HTTPResponse.Status, _ detail: String?) -> ServerResponse,
        invalid: @escaping @Sendable ([LocatedIssue]) -> ServerResponse
    ) {
        answers = Answers(
            name: name, conventions: conventions, placesSyntaxErrors: placesSyntaxErrors, refusal: refusal,
            invalid: invalid)
    }

    /// RFC 9457, `application/problem+json`, with the issues as the extension member `errors`.
    public static let problemDetails = Self(
        name: ["problemDetails"],
        refusal: { status, detail in ProblemDetails(status: status, detail: detail).response },
        invalid: { issues in ProblemDetails(status: .unprocessableContent, issues: issues).response })

    func response(
        _ status: HTTPResponse.Status, _ detail: String? = nil, headers: HTTPFields = HTTPFields()
    ) -> ServerResponse {
        var response = answers.refusal(status, detail)
        for field in headers { response.headers.append(field) }
        return response
    }

    func response(invalid issues: [LocatedIssue]) -> ServerResponse { answers.invalid(issues) }
}

extension ServerErrorFormat: Hashable {
    public static func == (one: Self, other: Self) -> Bool {
        one.answers === other.answers || one.answers.name == other.answers.name
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(answers.name) }
}
