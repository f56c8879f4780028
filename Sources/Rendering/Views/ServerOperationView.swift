import ApusPlanning

/// The route of an operation.
struct ServerOperationView: TemplateView {
    /// The arguments of the route: the method, the path, and any others.
    var route: Code
    /// The name of the request's values; `_` if nothing is read.
    var input: String
    var context: String
    var parameters: [Parameter]
    var body: Body?
    /// The conditions for calling the operation, if it takes any input.
    var conditions: Code
    /// `self.input`, if a local value has the same name.
    var name: String
    var arguments: Code
    /// The status of an answer without a body.
    var emptyStatus: String
    /// `.json(201, try await createPet(body: body))`
    var answer: Code

    static let schema = ViewSchema<Self>(
        "operation",
        [
            .code("route", \.route), .text("input", \.input), .text("context", \.context),
            .views("parameters", \.parameters), .view("body", \.body), .code("conditions", \.conditions),
            .text("name", \.name), .code("arguments", \.arguments), .text("emptyStatus", \.emptyStatus),
            .code("answer", \.answer),
        ]
    )

    struct Parameter: TemplateView {
        var name: String
        /// `query`
        var function: String
        var arguments: Code
        var check: Code

        static let schema = ViewSchema<Self>(
            "parameter",
            [
                .text("name", \.name), .text("function", \.function), .code("arguments", \.arguments),
                .code("check", \.check),
            ]
        )
    }

    struct Body: TemplateView {
        /// `json`
        var function: String
        var arguments: Code
        var check: Code

        static let schema = ViewSchema<Self>(
            "body",
            [.text("function", \.function), .code("arguments", \.arguments), .code("check", \.check)]
        )
    }
}

extension ServerViews {
    func route(_ operation: OperationPlan) -> ServerOperationView {
        let input = operation.local("input")
        let takesNothing = operation.parameters.isEmpty && operation.body == nil
        let name = text.method(operation.name, isHidden: operation.isHidden(beside: plan.api.authenticators))
        let arguments = Code.list(of: callArguments(operation))
        let call: Code = "try await \(name)(\(arguments))"
        return ServerOperationView(
            route: .list(route(of: operation)),
            input: takesNothing ? "_" : input,
            context: operation.local("context"),
            parameters: operation.parameters.sorted { $0.position < $1.position }.map(parameter),
            body: operation.body.map(body),
            conditions: takesNothing ? .empty : .list(of: conditions(operation, input: input)),
            name: name,
            arguments: arguments,
            emptyStatus: emptyStatus(operation),
            answer: answer(operation, call)
        )
    }

    private func route(of operation: OperationPlan) -> [Code] {
        var arguments: [Code] = [.text(text.method(operation)), .text(Escaping.stringLiteral(operation.path))]
        if !operation.security.isOpen {
            let name = authenticatorName(operation.security)
            arguments.append("security: \(name)\(operation.security.allowsAnonymous ? ".optional" : "")")
        }
        if operation.errors != plan.api.errors { arguments.append("errors: \(errors(operation.errors))") }
        return arguments
    }

    private func conditions(_ operation: OperationPlan, input: String) -> [String] {
        var required = operation.parameters.filter { $0.presence == .required }.map { Escaping.identifier($0.name) }
        if operation.body?.isRequired == true { required.append("body") }
        return required.map { "let \($0)" } + ["\(input).isValid"]
    }

    private func callArguments(_ operation: OperationPlan) -> [String] {
        let parameters = operation.parameters.map { "\(Escaping.label($0.name)): \(Escaping.identifier($0.name))" }
        let body = operation.body == nil ? [] : ["body: body"]
        return parameters + body + ["context: \(operation.local("context"))"]
    }

    private func emptyStatus(_ operation: OperationPlan) -> String {
        guard case .single(let response) = operation.success, text.isEmpty(response) else { return "" }
        return String(response.status.typical)
    }

    private func answer(_ operation: OperationPlan, _ call: Code) -> Code {
        switch operation.success {
        case .single(let response): text.answer(response, status: String(response.status.typical), body: call)
        case .output: "\(call).response"
        }
    }

    // MARK: Inputs

    private func parameter(_ parameter: ParameterPlan) -> ServerOperationView.Parameter {
        var arguments: [Code] = [
            .text(Escaping.stringLiteral(parameter.key)), "as: \(text.types.text(parameter.type, in: nil)).self",
        ]
        switch parameter.presence {
        case .required: if parameter.location != .path { arguments.append("required: true") }
        case .optional:
            if let value = parameter.defaultValue { arguments.append("default: \(TypeText.text(value))") }
        }
        arguments += text.style(parameter)
        if parameter.allowsEmpty { arguments.append("allowEmptyValue: true") }
        return ServerOperationView.Parameter(
            name: Escaping.identifier(parameter.name),
            function: text.function(parameter.location),
            arguments: .list(arguments),
            check: text.closure(parameter.check)
        )
    }

    private func body(_ body: BodyPlan) -> ServerOperationView.Body {
        let optional: [Code] = body.isRequired ? [] : ["required: false"]
        if body.contents.count == 1 { return self.body(body.contents[0], optional) }
        let type = text.type(of: body)
        let readers = body.contents.map { content -> Code in
            var arguments: [Code] = []
            switch body.value {
            case .type: arguments.append("\(type).self")
            case .choice: arguments.append("\(type).\(Escaping.member(content.name))")
            }
            arguments += text.encoding(content.content) + mediaType(content.content)
            return ".\(content.content.kind.function)(\(.list(arguments)))\(text.closure(content.check))"
        }
        let arguments: [Code] = ["\(type).self", "[\(.elements(readers))]"] + optional
        return ServerOperationView.Body(function: "body", arguments: .list(arguments), check: .empty)
    }

    private func body(_ content: BodyContentPlan, _ optional: [Code]) -> ServerOperationView.Body {
        let plan = content.content
        var arguments: [Code]
        switch plan.details {
        case .xml: arguments = ["\(type(of: content)).self"] + text.encoding(plan) + optional
        case .none, .form: arguments = ["\(type(of: content)).self"] + optional + text.encoding(plan)
        }
        if content.isEmbedded { arguments.append("isEmbedded: true") }
        arguments += mediaType(plan)
        // For bytes, the media type is passed instead of a type.
        if plan.kind.typing == .bytes || plan.kind.typing == .stream {
            arguments = [.text(Escaping.stringLiteral(plan.mediaType))] + optional
        }
        return ServerOperationView.Body(
            function: plan.kind.function, arguments: .list(arguments), check: text.closure(content.check)
        )
    }

    /// The type that is read: `Record` for `ItemStream<Record>`.
    private func type(of content: BodyContentPlan) -> String {
        if content.content.kind.itemFormat == nil { return text.types.text(content.type, in: nil) }
        guard case .generic(_, let element) = content.type.unwrapped else { return "JSONValue" }
        return text.types.text(element, in: nil)
    }

    private func mediaType(_ content: ContentPlan) -> [Code] {
        content.unusualMediaType.map { ["contentType: \(Escaping.stringLiteral($0))"] } ?? []
    }
}
