import ApusDiagnostics
import ApusJSON
import ApusOpenAPI

/// Operations -> client methods and server requirements.
struct OperationPlanner {
    let document: Document
    let schemas: SchemaPlanner
    let names: OperationNames
    let servers: ServerPlanner
    let diagnostics: Diagnostics

    private(set) var failures: [FailurePlan] = []
    private(set) var outputs: [OutputPlan] = []
    private(set) var bodies: [BodyChoicePlan] = []
    private let types: ResponseTypes
    private(set) var errors = ErrorStyle.problem
    private var secrets: Secrets?

    init(
        document: Document,
        schemas: SchemaPlanner,
        names: OperationNames,
        servers: ServerPlanner,
        diagnostics: Diagnostics
    ) {
        self.document = document
        self.schemas = schemas
        self.names = names
        self.servers = servers
        self.diagnostics = diagnostics
        types = ResponseTypes(schemas: schemas, diagnostics: diagnostics)
    }

    var responseTypes: [ResponseTypePlan] { types.plans }

    /// The operations of the paths, then those of webhooks and callbacks.
    mutating func planOperations(
        security: SecurityPlanner, webhooks sources: [WebhookSource]
    ) -> (operations: [OperationPlan], webhooks: [OperationPlan]) {
        errors = FastAPIErrors.style(of: document)
        if case .httpValidationError(let details) = errors, details.hasInput { secrets = Secrets(document) }
        UnsupportedFields(document: document, diagnostics: diagnostics).report(webhooks: sources.map(\.operation))
        var operations: [OperationPlan] = []
        var failureSets: [FailureSet] = []
        let shadowed = Set(
            document.shadowedOperations.map { Place(path: $0.path.template, operation: $0.operation.location) })
        for path in document.paths {
            for operation in path.item.operations where isHonoured(operation, in: path) {
                var (plan, failure) = self.plan(operation, path: path, security: security)
                plan.isRouted = !shadowed.contains(Place(path: path.template, operation: operation.location))
                operations.append(plan)
                failureSets.append(failure)
            }
        }
        let count = operations.count
        for source in sources where isHonoured(source.operation, in: source.path) {
            let (plan, failure) = self.plan(source, security: security)
            operations.append(plan)
            failureSets.append(failure)
        }
        let named = FailureNames.assign(failureSets, schemas: schemas, types: types)
        failures = named.failures
        for index in operations.indices { operations[index].failure = named.indices[index] }
        return (Array(operations[..<count]), Array(operations[count...]))
    }

    /// Several paths can share a path item.
    private struct Place: Hashable {
        let path: String
        let operation: SourceLocation
    }

    private mutating func plan(
        _ operation: Operation, path: Path, security: SecurityPlanner
    ) -> (OperationPlan, FailureSet) {
        let template = try? PathTemplate(path.template)
        var (plan, failure) = self.plan(operation, name: names[operation, path], path: path, template: template)
        plan.path = template?.target ?? path.template
        plan.security = security.plan(operation)
        plan.server = servers.server(of: operation, in: path, diagnostics: diagnostics)
        return (plan, failure)
    }

    private mutating func plan(
        _ source: WebhookSource, security: SecurityPlanner
    ) -> (OperationPlan, FailureSet) {
        var (plan, failure) = self.plan(source.operation, name: source.name, path: source.path, template: nil)
        plan.isWebhook = true
        if plan.documentation == [Self.placeholder(source.operation, source.path)] {
            plan.documentation = [source.description]
        }
        plan.security = security.plan(source.operation, isWebhook: true)
        for parameter in plan.parameters where parameter.location == .path {
            diagnostics.report(
                .unsupportedParameter,
                "`\(parameter.key)`: a webhook has no path that could contain parameters",
                at: source.operation.location
            )
        }
        plan.parameters.removeAll { $0.location == .path }
        return (plan, failure)
    }

    /// The methods that HTTPTypes has members for.
    private static let standardMethods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"]

    /// `additionalOperations` may contain any method name, also one that cannot be sent or that the path item already has.
    private func isHonoured(_ operation: Operation, in path: Path) -> Bool {
        let method = operation.method
        let isFirst = path.item.operations.first { $0.method == method }?.location == operation.location
        if isFirst, HTTPToken.isToken(method) { return true }
        let reason = isFirst ? "not a valid method name" : "the method of another operation of this path"
        diagnostics.report(.unsupportedMethod, "`\(method)` is \(reason)", at: operation.location)
        return false
    }

    private mutating func plan(
        _ operation: Operation, name: String, path: Path, template: PathTemplate?
    ) -> (OperationPlan, FailureSet) {
        let typeName = SwiftName.type(name.prefix(1).uppercased() + name.dropFirst())
        let parameters = ParameterPlanner(schemas: schemas, diagnostics: diagnostics)
        let responses = ResponsePlanner(schemas: schemas, types: types, diagnostics: diagnostics)
        let declared = responses.plan(operation, typeName: typeName)
        let body = BodyPlanner(schemas: schemas, diagnostics: diagnostics).plan(operation, typeName: typeName) {
            bodies.append($0)
            return bodies.count - 1
        }
        let plan = OperationPlan(
            name: name,
            method: operation.method.lowercased(),
            unusualMethod: Self.standardMethods.contains(operation.method) ? nil : operation.method,
            path: path.template,
            documentation: documentation(of: operation, name: name, path: path),
            isDeprecated: operation.deprecated,
            parameters: parameters.parameters(
                of: operation, path: path, template: template, typeName: typeName, hasBody: body != nil
            ),
            body: body,
            success: success(declared.successes, typeName: typeName),
            accepted: accepted(declared.successes + declared.failures),
            redirects: redirects(declared.successes),
            failure: nil,
            tag: GroupPlanner.tag(of: operation, in: document),
            tags: operation.tags.map(\.value),
            security: SecurityPlan(alternatives: [], allowsAnonymous: false),
            server: nil,
            errors: errors(of: operation, path),
            location: operation.location
        )
        return (plan, FailureSet(operation: operation, typeName: typeName, responses: declared.failures))
    }

    /// The media types that a client can read.
    private func accepted(_ responses: [ResponsePlan]) -> [String] {
        // The better ones and streams come first.
        let isWorse = { (response: ResponsePlan) in
            response.isAlternative && response.content?.kind.itemFormat == nil
        }
        var accepted: [String] = []
        for response in responses.filter({ !isWorse($0) }) + responses.filter(isWorse) {
            let range = response.content?.mediaType ?? ""
            if accepted.contains(where: { $0 == range || $0.hasPrefix(range + ";") }) { continue }
            accepted += response.acceptedMediaTypes.filter { !accepted.contains($0) }
        }
        return accepted
    }

    /// The redirects (RFC 9110, section 15.4) among the declared statuses.
    private func redirects(_ responses: [ResponsePlan]) -> [Int] {
        [301, 302, 303, 307, 308].filter { status in
            responses.contains { $0.status == .code(status) || $0.status == .range(3) }
        }
    }

    private mutating func success(_ responses: [ResponsePlan], typeName: String) -> SuccessPlan {
        if responses.count == 1, responses[0].status.isSuccess { return .single(responses[0]) }
        if responses.isEmpty {
            return .single(
                ResponsePlan(status: .default, content: nil, type: .builtin(.void), name: "ok", documentation: [])
            )
        }
        outputs.append(
            OutputPlan(
                name: schemas.freeName(typeName + "Output", typeName + "OutputResponse"),
                responses: responses,
                documentation: ["What `\(typeName.prefix(1).lowercased() + typeName.dropFirst())` returns."]
            )
        )
        return .output(outputs.count - 1)
    }

    /// The error style of the document, without the operation's secrets; without `input` if the whole body is a secret.
    private func errors(of operation: Operation, _ path: Path) -> ErrorStyle {
        guard case .httpValidationError(var details) = errors, let secrets else { return errors }
        let body = operation.requestBody.flatMap { document.resolve($0) }
        if body?.content.contains(where: { $0.value.schema.map(secrets.contains) ?? false }) ?? false {
            details.hasInput = false
        } else {
            details.secrets = secrets.names(in: operation, of: path.item)
        }
        return .httpValidationError(details)
    }

    /// FastAPI's summary repeats the function's name, which a reader already sees.
    private func documentation(of operation: Operation, name: String, path: Path) -> [String] {
        let summary = operation.summary.flatMap { FastAPINames.isDerived(title: $0, from: name) ? nil : $0 }
        var paragraphs = Documentation.paragraphs(
            summary, operation.description, path.item.summary, path.item.description
        )
        if paragraphs.isEmpty { paragraphs = [Self.placeholder(operation, path)] }
        return Documentation.paragraphs(paragraphs, fields: [Documentation.seeAlso(operation.externalDocs)])
    }

    /// The text that replaces the description of an operation that has none.
    private static func placeholder(_ operation: Operation, _ path: Path) -> String {
        "`\(operation.method) \(path.template)`"
    }
}

extension ResponsePlan {
    /// The media types that a client accepts for this response. If any media type is declared (`*/*`), it prefers JSON, from which
    /// a value can best be read.
    fileprivate var acceptedMediaTypes: [String] {
        guard let content else { return [] }
        let isAnything = content.kind == .json && content.mediaType.hasSuffix("*")
        guard isAnything, type.unwrapped != .builtin(.string) else { return [content.mediaType] }
        return ["application/json", "\(content.mediaType);q=0.8"]
    }
}

extension ResponsePlan.Status {
    /// Whether it stands for success, or for a single status. For a range such as `3XX`, the caller and the handler state the exact
    /// status.
    var isSuccess: Bool {
        switch self {
        case .code, .range(2), .default: true
        case .range: false
        }
    }
}
