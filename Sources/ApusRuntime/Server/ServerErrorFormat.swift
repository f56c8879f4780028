import HTTPTypes

/// How a server words its own refusals.
public enum ServerErrorFormat: Sendable, Hashable {
    /// RFC 9457, `application/problem+json`, with the issues as the extension member `errors`.
    case problemDetails
    /// FastAPI's: `{"detail": "Not Found"}`, and for invalid input `{"detail": [{"type", "loc", "msg"}]}`.
    case httpValidationError

    func response(
        _ status: HTTPResponse.Status, _ detail: String? = nil, headers: HTTPFields = HTTPFields()
    ) -> ServerResponse {
        let response: ServerResponse =
            switch self {
            case .problemDetails: ProblemDetails(status: status, detail: detail).response
            case .httpValidationError: FastAPIError(status, detail).response
            }
        return response.adding(headers)
    }

    func response(invalid issues: [LocatedIssue]) -> ServerResponse {
        switch self {
        case .problemDetails: ProblemDetails(status: .unprocessableContent, issues: issues).response
        case .httpValidationError: FastAPIValidationError(issues).response
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
