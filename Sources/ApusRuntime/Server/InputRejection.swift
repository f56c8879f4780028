import HTTPTypes

/// Why a request's input is not accepted: one refusal, or all issues.
struct InputRejection: Error {
    enum Refusal: Sendable {
        case unsupportedMediaType(accepted: String)
        case tooLarge
        /// The body broke off, maybe while a handler read it: there is nobody to answer, the adapter gets its error back.
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
