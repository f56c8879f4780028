import ApusPlanning

struct ClientOperationView: TemplateView {
    var documentation: [String]
    var deprecated: Bool
    var access: String
    var name: String
    var parameters: Code
    /// The type of its failures.
    var failure: String
    /// ` -> Bool`
    var result: String
    /// `var`, where the request is completed.
    var binding: String
    /// The request's.
    var local: String
    var request: Code
    /// Statements that complete the request.
    var arguments: [Code]
    /// Statements that send it and read the answer.
    var send: [Code]

    static let schema = ViewSchema<Self>(
        "operation",
        [
            .lines("documentation", \.documentation), .flag("deprecated", \.deprecated), .text("access", \.access),
            .text("name", \.name), .code("parameters", \.parameters), .text("failure", \.failure),
            .text("result", \.result), .text("binding", \.binding), .text("local", \.local),
            .code("request", \.request), .codes("arguments", \.arguments), .codes("send", \.send),
        ]
    )
}

extension ClientViews {
    func operation(_ operation: OperationPlan) -> ClientOperationView {
        let local = operation.local("request")
        let arguments = arguments(operation, local: local)
        let url = operation.local("url")
        var parameters = text.parameters(operation, of: .client)
        if operation.isWebhook { parameters.insert("to \(url): String", at: 0) }
        let target = operation.isWebhook ? "to: \(url)" : Escaping.stringLiteral(operation.path)
        var request: [Code] = [.text(text.method(operation)), .text(target)]
        if let server = operation.server {
            request.append("server: ServerURL<Self>.\(Escaping.member(plan.api.servers[server].name))\(call(server))")
        }
        if let security = security(operation.security) { request.append("security: \(security)") }
        return ClientOperationView(
            documentation: Escaping.documentation(operation.documentation + operation.parameterDocumentation),
            deprecated: operation.isDeprecated,
            access: plan.options.access.prefix,
            name: Escaping.identifier(operation.name),
            parameters: .list(of: parameters),
            failure: operation.failure.map(text.failureName) ?? "Never",
            result: text.result(operation),
            binding: arguments.isEmpty ? "let" : "var",
            local: local,
            request: .list(request),
            arguments: arguments,
            send: send(operation, local: local)
        )
    }

    /// `()` for a server with variables: they stand at their defaults.
    private func call(_ server: Int) -> String {
        plan.api.servers[server].variables.isEmpty ? "" : "()"
    }

    private func security(_ security: SecurityPlan) -> Code? {
        guard !security.isOpen else { return nil }
        let alternatives = security.alternatives.map { combination in
            let keys = combination.map { Escaping.stringLiteral(plan.api.schemes[$0.scheme].key) }
            return "[" + keys.joined(separator: ", ") + "]"
        }
        return "[\(.elements(of: alternatives))]"
    }

    private func arguments(_ operation: OperationPlan, local: String) -> [Code] {
        var lines = operation.parameters.map { parameter -> Code in
            var arguments = [Escaping.stringLiteral(parameter.key), Escaping.identifier(parameter.name)].map(Code.text)
            arguments += text.style(parameter)
            if parameter.allowsReserved { arguments.append("allowReserved: true") }
            let check = text.closure(plan.clientCheck(parameter.check, of: parameter.type))
            return "\(local).\(text.function(parameter.location))(\(.list(arguments)))\(check)"
        }
        lines += operation.body.map { body($0, local: local) } ?? []
        // JSON is what the runtime asks for by itself.
        if operation.accepted != ["application/json"] {
            lines.append("\(local).accept(\(.list(of: operation.accepted.map(Escaping.stringLiteral))))")
        }
        if !operation.redirects.isEmpty {
            lines.append("\(local).handOverRedirects(\(.list(of: operation.redirects.map(String.init))))")
        }
        return lines
    }

    private func body(_ body: BodyPlan, local: String) -> [Code] {
        switch body.value {
        case .type: return body.contents.prefix(1).map { "\(local).\(bodyCall($0))" }
        case .choice:
            let cases = body.contents.map { content -> Code in
                let pattern = ".\(Escaping.member(content.name))(let body)" + (body.isRequired ? "" : "?")
                return "case \(pattern):\(.chain) \(local).\(bodyCall(content))"
            }
            return ["switch body {"] + cases + (body.isRequired ? [] : ["case nil: break"]) + ["}"]
        }
    }

    private func bodyCall(_ content: BodyContentPlan) -> Code {
        let kind = content.content.kind
        var arguments: [Code] = [kind.writesNull && content.type.isOptional ? "orNull: body" : "body"]
        arguments += text.encoding(content.content)
        if case .form(_, let lists) = content.content.details, !lists.isEmpty {
            arguments.append("required: [\(.elements(of: lists.map(Escaping.stringLiteral)))]")
        }
        if let mediaType = content.content.statedMediaType {
            arguments.append("contentType: \(Escaping.stringLiteral(mediaType))")
        }
        let check = kind.isValidated ? text.closure(plan.clientCheck(content.check, of: content.type)) : .empty
        // Two short arguments stay where they are: the check behind them is broken instead.
        let list = content.content.details == .none ? arguments.joined(separator: ", ") : .list(arguments)
        return "\(kind.function)(\(list))\(check)"
    }

    private func send(_ operation: OperationPlan, local: String) -> [Code] {
        let failures = operation.failure.map { "failures: \(text.failureName($0)).self" }
        let method = text.method("send", isHidden: operation.hidesSend)
        let call: Code = "try await \(method)(\(.list(of: [local] + [failures].compactMap { $0 })))"
        switch operation.success {
        case .single(let response):
            let arguments = [response.status.code.map { "\($0)" }].compactMap { $0 } + text.encoding(of: response)
            let read: Code =
                "\(call)\(.chain).\(text.reader(response))(\(.list(arguments)))\(text.check(of: response))"
            return [text.isEmpty(response) ? read : "return \(read)"]
        case .output(let index):
            var lines: [Code] = ["let response = \(call)", "switch response.status {"]
            for response in plan.outputs[index].responses {
                lines.append("case \(pattern(response)):\(.chain) return \(value(response))")
            }
            return lines + ["default: throw await response.undocumented()", "}"]
        }
    }

    private func pattern(_ response: ResponsePlan) -> String {
        let statuses = response.status.successes
        let status = statuses.count == 1 ? "\(statuses.lowerBound)" : "\(statuses.lowerBound)..<\(statuses.upperBound)"
        return status + (response.distinction.map { " where response.has(\(Escaping.stringLiteral($0)))" } ?? "")
    }

    private func value(_ response: ResponsePlan) -> Code {
        var values: [Code] = []
        if response.status.isOpen { values.append("response.status") }
        if !text.isEmpty(response) {
            // A range was matched.
            let status = response.status.code.map(String.init) ?? ".any"
            let arguments = ([.text(status)] + text.encoding(of: response)).joined(separator: ", ")
            values.append("try await response.\(text.reader(response))(\(arguments))\(text.check(of: response))")
        }
        let name = "." + Escaping.member(response.name)
        return values.isEmpty ? .text(name) : "\(name)(\(values.joined(separator: ", ")))"
    }
}
