import ApusPlanning

struct ClientOperationView: TemplateView {
    var documentation: [String]
    var deprecated: Bool
    var access: String
    var name: String
    var parameters: Code
    /// The type of the operation's failures.
    var failure: String
    /// ` -> Bool`
    var result: String
    /// `var` if statements complete the request.
    var binding: String
    /// The name of the request.
    var request: String
    /// The arguments from which the request is created.
    var arguments: Code
    /// The inputs that complete the request: parameters, and a body with a single type.
    var inputs: [Input]
    /// A body with a choice of types.
    var choice: Choice?
    /// The media types that it accepts, possibly none; absent if it accepts only JSON.
    var accepted: [Code]
    var redirects: Code
    /// `send`
    var send: String
    /// The arguments of `send`.
    var sent: Code
    /// How the only answer is read.
    var answer: Answer?
    /// How one of several answers is read.
    var answers: [Case]

    static let schema = ViewSchema<Self>(
        "operation",
        [
            .lines("documentation", \.documentation), .flag("deprecated", \.deprecated), .text("access", \.access),
            .text("name", \.name), .code("parameters", \.parameters), .text("failure", \.failure),
            .text("result", \.result), .text("binding", \.binding), .text("request", \.request),
            .code("arguments", \.arguments), .views("inputs", \.inputs), .view("choice", \.choice),
            .codes("accepted", \.accepted), .code("redirects", \.redirects), .text("send", \.send),
            .code("sent", \.sent), .view("answer", \.answer), .flag("hasAnswers") { !$0.answers.isEmpty },
            .views("answers", \.answers),
        ]
    )

    /// `request.query("limit", limit) { $0.integer(minimum: 1) }`
    struct Input: TemplateView {
        /// The case of a body, if it is one of several.
        var name = ""
        var function: String
        var arguments: Code
        var check: Code

        static let schema = ViewSchema<Self>(
            "input",
            [
                .text("name", \.name), .text("function", \.function), .code("arguments", \.arguments),
                .code("check", \.check),
            ]
        )
    }

    struct Choice: TemplateView {
        var contents: [Input]
        var isOptional: Bool

        static let schema = ViewSchema<Self>(
            "choice", [.views("contents", \.contents), .flag("isOptional", \.isOptional)]
        )
    }

    struct Answer: TemplateView {
        var isEmpty: Bool
        var function: String
        var arguments: Code
        var check: Code

        static let schema = ViewSchema<Self>(
            "answer",
            [
                .flag("isEmpty", \.isEmpty), .text("function", \.function), .code("arguments", \.arguments),
                .code("check", \.check),
            ]
        )
    }

    struct Case: TemplateView {
        /// `200`, `200..<300`
        var status: String
        /// The media type that distinguishes it from other responses with the same status.
        var mediaType: String
        var name: String
        /// The values of the case: `response.status, try await response.json(.any)`
        var values: Code

        static let schema = ViewSchema<Self>(
            "case",
            [
                .text("status", \.status), .text("mediaType", \.mediaType), .text("name", \.name),
                .code("values", \.values),
            ]
        )
    }
}

extension ClientViews {
    func operation(_ operation: OperationPlan) -> ClientOperationView {
        let request = operation.local("request")
        let url = operation.local("url")
        var parameters = text.parameters(operation, of: .client)
        if operation.isWebhook { parameters.insert("to \(url): String", at: 0) }
        let inputs = operation.parameters.map(input) + (operation.body.map(inputs) ?? [])
        let choice = operation.body.flatMap(choice)
        // The runtime asks for JSON by default.
        let accepted = operation.accepted == ["application/json"] ? nil : operation.accepted.map(Escaping.stringLiteral)
        let isComplete = inputs.isEmpty && choice == nil && accepted == nil && operation.redirects.isEmpty
        let failures = operation.failure.map { "failures: \(text.failureName($0)).self" }
        return ClientOperationView(
            documentation: Escaping.documentation(operation.documentation + operation.parameterDocumentation),
            deprecated: operation.isDeprecated,
            access: plan.options.access.prefix,
            name: Escaping.identifier(operation.name),
            parameters: .list(of: parameters),
            failure: operation.failure.map(text.failureName) ?? "Never",
            result: text.result(operation),
            binding: isComplete ? "let" : "var",
            request: request,
            arguments: .list(arguments(operation, url: url)),
            inputs: inputs,
            choice: choice,
            accepted: accepted.map { [.list(of: $0)] } ?? [],
            redirects: .list(of: operation.redirects.map(String.init)),
            send: text.method("send", isHidden: operation.hidesSend),
            sent: .list(of: [request] + [failures].compactMap { $0 }),
            answer: answer(operation),
            answers: answers(operation)
        )
    }

    /// The arguments from which a request is created.
    private func arguments(_ operation: OperationPlan, url: String) -> [Code] {
        let target = operation.isWebhook ? "to: \(url)" : Escaping.stringLiteral(operation.path)
        var arguments: [Code] = [.text(text.method(operation)), .text(target)]
        if let index = operation.server {
            let server = plan.api.servers[index]
            // A server with variables uses their default values.
            let call = server.variables.isEmpty ? "" : "()"
            arguments.append("server: ServerURL<Self>.\(Escaping.member(server.name))\(call)")
        }
        if !operation.tags.isEmpty {
            arguments.append("tags: [\(.elements(of: operation.tags.map(Escaping.stringLiteral)))]")
        }
        if !operation.security.isOpen {
            let alternatives = operation.security.alternatives.map { combination in
                let keys = combination.map { Escaping.stringLiteral(plan.api.schemes[$0.scheme].key) }
                return "[" + keys.joined(separator: ", ") + "]"
            }
            arguments.append("security: [\(.elements(of: alternatives))]")
        }
        return arguments
    }

    // MARK: Inputs

    private func input(_ parameter: ParameterPlan) -> ClientOperationView.Input {
        var arguments = [Escaping.stringLiteral(parameter.key), Escaping.identifier(parameter.name)].map(Code.text)
        arguments += text.style(parameter)
        if parameter.allowsReserved { arguments.append("allowReserved: true") }
        return ClientOperationView.Input(
            function: text.function(parameter.location),
            arguments: .list(arguments),
            check: text.closure(plan.clientCheck(parameter.check, of: parameter.type))
        )
    }

    private func inputs(_ body: BodyPlan) -> [ClientOperationView.Input] {
        switch body.value {
        case .type: body.contents.prefix(1).map(input)
        case .choice: []
        }
    }

    private func choice(_ body: BodyPlan) -> ClientOperationView.Choice? {
        switch body.value {
        case .type: nil
        case .choice: ClientOperationView.Choice(contents: body.contents.map(input), isOptional: !body.isRequired)
        }
    }

    private func input(_ content: BodyContentPlan) -> ClientOperationView.Input {
        let kind = content.content.kind
        var arguments: [Code] = [kind.writesNull && content.type.isOptional ? "orNull: body" : "body"]
        arguments += text.encoding(content.content)
        if case .form(_, let lists) = content.content.details, !lists.isEmpty {
            arguments.append("required: [\(.elements(of: lists.map(Escaping.stringLiteral)))]")
        }
        if let mediaType = content.content.statedMediaType {
            arguments.append("contentType: \(Escaping.stringLiteral(mediaType))")
        }
        return ClientOperationView.Input(
            name: Escaping.member(content.name),
            function: kind.function,
            // Two short arguments stay on their line; the check after them is broken instead.
            arguments: content.content.details == .none ? arguments.joined(separator: ", ") : .list(arguments),
            check: kind.isValidated ? text.closure(plan.clientCheck(content.check, of: content.type)) : .empty
        )
    }

    // MARK: Answers

    private func answer(_ operation: OperationPlan) -> ClientOperationView.Answer? {
        guard case .single(let response) = operation.success else { return nil }
        let status: [Code] = response.status.code.map { ["\($0)"] } ?? []
        return ClientOperationView.Answer(
            isEmpty: text.isEmpty(response),
            function: text.reader(response),
            arguments: .list(status + text.encoding(of: response)),
            check: text.check(of: response)
        )
    }

    private func answers(_ operation: OperationPlan) -> [ClientOperationView.Case] {
        guard case .output(let index) = operation.success else { return [] }
        return plan.outputs[index].responses.map { response in
            let range = response.status.successes
            return ClientOperationView.Case(
                status: range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)..<\(range.upperBound)",
                mediaType: response.distinction.map(Escaping.stringLiteral) ?? "",
                name: Escaping.member(response.name),
                values: values(of: response).joined(separator: ", ")
            )
        }
    }

    private func values(of response: ResponsePlan) -> [Code] {
        var values: [Code] = []
        if response.status.isOpen { values.append("response.status") }
        if !text.isEmpty(response) {
            // The response was matched by a range.
            let status = response.status.code.map { "\($0)" } ?? ".any"
            let arguments = ([.text(status)] + text.encoding(of: response)).joined(separator: ", ")
            values.append("try await response.\(text.reader(response))(\(arguments))\(text.check(of: response))")
        }
        return values
    }
}
