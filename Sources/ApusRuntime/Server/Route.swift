/// An operation as stored in the router.
final class Route: Sendable {
    typealias Handler = @Sendable (inout ServerInput) async throws -> ServerResponse

    let template: String
    let operationID: String?
    let errors: ServerErrorFormat
    let challenges: [String]
    /// The path's variables in the order of the template.
    let variables: [String]
    let handler: Handler

    init(
        _ template: String,
        _ operationID: String?,
        _ errors: ServerErrorFormat,
        challenges: [String],
        _ handler: @escaping Handler
    ) {
        self.template = template
        self.operationID = operationID
        self.errors = errors
        self.challenges = challenges
        self.handler = handler
        variables = PathTemplate(template).parts.compactMap { part in
            if case .variable(let name) = part { name } else { nil }
        }
    }
}
