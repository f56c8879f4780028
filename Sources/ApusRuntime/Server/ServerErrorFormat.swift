import HTTPTypes

/// How a server words its own refusals.
public struct ServerErrorFormat: Sendable, Hashable {
    /// What an entry of FastAPI's `detail` holds beside `type`, `loc` and `msg`.
    public struct Details: OptionSet, Sendable, Hashable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// `input`: the value that is wrong.
        public static let input = Self(rawValue: 1)
        /// `ctx`: what the message is made of, such as `{"min_length": 1}`.
        public static let context = Self(rawValue: 2)
    }

    private enum Style: Sendable, Hashable {
        case problemDetails
        case httpValidationError(Details, secrets: Set<String>)
    }

    private let style: Style

    /// RFC 9457, `application/problem+json`, with the issues as the extension member `errors`.
    public static let problemDetails = Self(style: .problemDetails)

    /// FastAPI's: `{"detail": "Not Found"}`, and for invalid input `{"detail": [{"type", "loc", "msg"}]}`.
    public static let httpValidationError = Self(style: .httpValidationError([], secrets: []))

    /// FastAPI's, whose entries hold more than `type`, `loc` and `msg`.
    ///
    /// `secrets` are the names of parameters and members, in any case, whose values no `input` shows: asterisks stand for them.
    public static func httpValidationError(with details: Details, hiding secrets: Set<String> = []) -> Self {
        Self(style: .httpValidationError(details, secrets: Set(secrets.map { $0.lowercased() })))
    }

    /// Whether values are judged and read as FastAPI and pydantic do.
    var isPydantic: Bool { self != .problemDetails }

    func response(
        _ status: HTTPResponse.Status, _ detail: String? = nil, headers: HTTPFields = HTTPFields()
    ) -> ServerResponse {
        let response: ServerResponse =
            switch style {
            case .problemDetails: ProblemDetails(status: status, detail: detail).response
            case .httpValidationError: FastAPIError(status, detail).response
            }
        return response.adding(headers)
    }

    func response(invalid issues: [LocatedIssue]) -> ServerResponse {
        switch style {
        case .problemDetails: ProblemDetails(status: .unprocessableContent, issues: issues).response
        case .httpValidationError(let details, let secrets):
            FastAPIValidationError(issues, details, secrets: secrets).response
        }
    }
}

extension ServerResponse {
    fileprivate func adding(_ fields: HTTPFields) -> Self {
        var response = self
        for field in fields { response.headers.append(field) }
        return response
    }
}
