import HTTPTypes

/// The reason why a request's input is rejected: a single refusal, or all issues.
struct InputRejection: Error {
    enum Refusal: Sendable {
        case unsupportedMediaType(accepted: String)
        case tooLarge
        /// The body broke off, possibly while a handler was reading it. There is no client left to respond to, so the adapter gets
        /// its own error back.
        case unreadable(any Error)
    }

    var refusal: Refusal?
    var issues: [LocatedIssue]

    func response(_ errors: ServerErrorFormat) throws -> ServerResponse {
        switch refusal {
        case .unsupportedMediaType(let accepted):
            errors.response(.unsupportedMediaType, headers: [.accept: accepted])
        case .tooLarge: errors.response(.contentTooLarge)
        case .unreadable(let error): throw error
        case nil: errors.response(invalid: issues)
        }
    }
}
