import ApusPlanning

/// The route of an operation.
struct ServerOperationView: TemplateView {
    var route: Code
    var input: String
    var context: String
    /// Statements that read what the operation takes.
    var inputs: [Code]
    /// Statements that call it and answer.
    var call: [Code]

    static let schema = ViewSchema<Self>(
        "operation",
        [
            .code("route", \.route), .text("input", \.input), .text("context", \.context),
            .codes("inputs", \.inputs), .codes("call", \.call),
        ]
    )
}

extension ServerViews {
    func route(_ operation: OperationPlan) -> ServerOperationView {
        var arguments: [Code] = [.text(text.method(operation)), .text(Escaping.stringLiteral(operation.path))]
        if !operation.security.isOpen {
            let name = authenticatorName(operation.security)
            arguments.append("security: \(name)\(operation.security.allowsAnonymous ? ".optional" : "")")
        }
        if operation.errors != plan.api.errors { arguments.append("errors: \(errors(operation.errors))") }
        let input = operation.local("input")
        let context = operation.local("context")
        let inputs = inputs(operation, input: input)
        return ServerOperationView(
            route: .list(arguments),
            input: inputs.isEmpty ? "_" : input,
            context: context,
            inputs: inputs,
            call: call(operation, context: context)
        )
    }

    private func inputs(_ operation: OperationPlan, input: String) -> [Code] {
        var lines = operation.parameters.sorted { $0.position < $1.position }.map { parameter -> Code in
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
            let call: Code = "\(input).\(text.function(parameter.location))(\(.list(arguments)))"
            return "let \(Escaping.identifier(parameter.name)) = \(call)\(text.closure(parameter.check))"
        }
        if let body = operation.body { lines.append("let body = await \(input).\(bodyCall(body))") }
        guard !lines.isEmpty else { return [] }
        var required = operation.parameters.filter { $0.presence == .required }.map { Escaping.identifier($0.name) }
        if operation.body?.isRequired == true { required.append("body") }
        let conditions = required.map { "let \($0)" } + ["\(input).isValid"]
        return lines + ["guard \(.list(of: conditions)) else { throw \(input).rejection }"]
    }

    private func bodyCall(_ body: BodyPlan) -> Code {
        let optional: [Code] = body.isRequired ? [] : ["required: false"]
        if body.contents.count == 1 { return bodyCall(body.contents[0], optional) }
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
        return "body(\(.list(arguments)))"
    }

    private func bodyCall(_ content: BodyContentPlan, _ optional: [Code]) -> Code {
        let plan = content.content
        var arguments: [Code]
        switch plan.details {
        case .xml: arguments = ["\(type(of: content)).self"] + text.encoding(plan) + optional
        case .none, .form: arguments = ["\(type(of: content)).self"] + optional + text.encoding(plan)
        }
        if content.isEmbedded { arguments.append("isEmbedded: true") }
        arguments += mediaType(plan)
        // Bytes are what their media type says.
        if plan.kind.typing == .bytes || plan.kind.typing == .stream {
            arguments = [.text(Escaping.stringLiteral(plan.mediaType))] + optional
        }
        return "\(plan.kind.function)(\(.list(arguments)))\(text.closure(content.check))"
    }

    /// What is read: `Record` of `ItemStream<Record>`.
    private func type(of content: BodyContentPlan) -> String {
        if content.content.kind.itemFormat == nil { return text.types.text(content.type, in: nil) }
        guard case .generic(_, let element) = content.type.unwrapped else { return "JSONValue" }
        return text.types.text(element, in: nil)
    }

    private func mediaType(_ content: ContentPlan) -> [Code] {
        content.unusualMediaType.map { ["contentType: \(Escaping.stringLiteral($0))"] } ?? []
    }

    private func call(_ operation: OperationPlan, context: String) -> [Code] {
        var arguments = operation.parameters.map {
            "\(Escaping.label($0.name)): \(Escaping.identifier($0.name))"
        }
        if operation.body != nil { arguments.append("body: body") }
        arguments.append("context: \(context)")
        let method = text.method(operation.name, isHidden: operation.isHidden(beside: plan.api.authenticators))
        let call: Code = "try await \(method)(\(.list(of: arguments)))"
        switch operation.success {
        case .single(let response):
            let status = String(response.status.typical)
            if text.isEmpty(response) { return [call, "return .noContent(\(status))"] }
            return ["return \(text.answer(response, status: status, body: call))"]
        case .output: return ["return \(call).response"]
        }
    }
}
