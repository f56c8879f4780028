import ApusPlanning

struct ClientOperationView: TemplateView {
    var documentation: [String]
    var deprecated: Bool
    var access: String
    var name: String
    var parameters: String
    /// The type of its failures.
    var failure: String
    /// ` -> Bool`
    var result: String
    /// `var`, where the request is completed.
    var binding: String
    /// The request's.
    var local: String
    var request: String
    /// Statements that complete the request.
    var arguments: [String]
    /// Statements that send it and read the answer.
    var send: [String]

    static let schema = ViewSchema<Self>(
        "operation",
        [
            .lines("documentation", \.documentation), .flag("deprecated", \.deprecated), .text("access", \.access),
            .text("name", \.name), .text("parameters", \.parameters), .text("failure", \.failure),
            .text("result", \.result), .text("binding", \.binding), .text("local", \.local),
            .text("request", \.request), .lines("arguments", \.arguments), .lines("send", \.send),
        ]
    )
}

extension ClientViews {
    func operation(_ operation: OperationPlan) -> ClientOperationView {
        let local = text.local("request", in: operation)
        let arguments = arguments(operation, local: local)
        let url = text.local("url", in: operation)
        var parameters = text.parameters(operation, of: .client)
        if operation.isWebhook { parameters.insert("to \(url): String", at: 0) }
        let target = operation.isWebhook ? "to: \(url)" : Escaping.stringLiteral(operation.path)
        var request = [text.method(operation), target]
        if let server = operation.server {
            request.append("server: ServerURL<Self>.\(Escaping.member(plan.api.servers[server].name))\(call(server))")
        }
        if let security = security(operation.security) { request.append("security: \(security)") }
        return ClientOperationView(
            documentation: Escaping.documentation(operation.documentation + operation.parameterDocumentation),
            deprecated: operation.isDeprecated,
            access: plan.options.access.prefix,
            name: Escaping.identifier(operation.name),
            parameters: Layout.list(parameters),
            failure: operation.failure.map(text.failureName) ?? "Never",
            result: text.result(operation),
            binding: arguments.isEmpty ? "let" : "var",
            local: local,
            request: Layout.list(request),
            arguments: arguments,
            send: send(operation, local: local)
        )
    }

    /// `()` for a server with variables: they stand at their defaults.
    private func call(_ server: Int) -> String {
        plan.api.servers[server].variables.isEmpty ? "" : "()"
    }

    private func security(_ security: SecurityPlan) -> String? {
        guard !security.isOpen else { return nil }
        let alternatives = security.alternatives.map { combination in
            let keys = combination.map { Escaping.stringLiteral(plan.api.schemes[$0.scheme].key) }
            return "[" + keys.joined(separator: ", ") + "]"
        }
        return "[" + Layout.elements(alternatives) + "]"
    }

    private func arguments(_ operation: OperationPlan, local: String) -> [String] {
        var lines = operation.parameters.map { parameter in
            var arguments = [Escaping.stringLiteral(parameter.key), Escaping.identifier(parameter.name)]
            arguments += text.style(parameter)
            if parameter.allowsReserved { arguments.append("allowReserved: true") }
            let call = "\(local).\(text.function(parameter.location))(\(Layout.list(arguments)))"
            return call + check(parameter.check, of: parameter.type)
        }
        lines += operation.body.map { body($0, local: local) } ?? []
        // JSON is what the runtime asks for by itself.
        if operation.accepted != ["application/json"] {
            lines.append("\(local).accept(\(Layout.list(operation.accepted.map(Escaping.stringLiteral))))")
        }
        if !operation.redirects.isEmpty {
            lines.append("\(local).handOverRedirects(\(Layout.list(operation.redirects.map(String.init))))")
        }
        return lines
    }

    private func body(_ body: BodyPlan, local: String) -> [String] {
        switch body.value {
        case .type: return body.contents.prefix(1).map { "\(local).\(bodyCall($0))" }
        case .choice:
            let cases = body.contents.map { content in
                let pattern = ".\(Escaping.member(content.name))(let body)" + (body.isRequired ? "" : "?")
                return "case \(pattern):\(Layout.chain) \(local).\(bodyCall(content))"
            }
            return ["switch body {"] + cases + (body.isRequired ? [] : ["case nil: break"]) + ["}"]
        }
    }

    /// ` { $0.integer(minimum: 1) }`, where validators are generated.
    private func check(_ check: Check?, of type: TypeReference) -> String {
        guard let check, plan.options.parts.contains(.validators), check.exceeds(type) else { return "" }
        return " " + CheckText(types: text.types).closure(check)
    }

    private func bodyCall(_ content: BodyContentPlan) -> String {
        switch content.content {
        case .json, .form, .xml:
            let body = content.type.isOptional ? "orNull: body" : "body"
            return bodyCall(content.content, body) + check(content.check, of: content.type)
        case .text: return bodyCall(content.content) + check(content.check, of: content.type)
        case .multipart, .data, .stream, .items: return bodyCall(content.content)
        }
    }

    private func bodyCall(_ content: ContentKind, _ body: String = "body") -> String {
        switch content {
        case .multipart: return "multipart(body)"
        case .form(_, let requiredLists):
            let lists = requiredLists.map { Escaping.stringLiteral($0) }
            let required = lists.isEmpty ? [] : ["required: [\(Layout.elements(lists))]"]
            return "urlEncoded(\(Layout.list(["body"] + text.encoding(content) + required)))"
        case .xml:
            let mediaType = content.unusualMediaType.map { ["contentType: \(Escaping.stringLiteral($0))"] } ?? []
            return "xml(\(Layout.list(["body"] + text.encoding(content) + mediaType)))"
        case .stream, .items:
            let mediaType = content.unusualMediaType.map { ["contentType: \(Escaping.stringLiteral($0))"] } ?? []
            return "\(text.reader(content))(\(Layout.list(["body"] + mediaType)))"
        case .json, .text, .data:
            // A client cannot send a range; text is plain if the document leaves it open.
            guard let mediaType = content.unusualMediaType, !mediaType.hasSuffix("*") else {
                return "\(text.reader(content))(\(body))"
            }
            return "\(text.reader(content))(\(body), contentType: \(Escaping.stringLiteral(mediaType)))"
        }
    }

    private func send(_ operation: OperationPlan, local: String) -> [String] {
        let failures = operation.failure.map { "failures: \(text.failureName($0)).self" }
        let method = text.method("send", besideLocals: operation.parameters.map(\.name))
        let call = "try await \(method)(\(Layout.list([local] + [failures].compactMap { $0 })))"
        switch operation.success {
        case .single(let response):
            let arguments = [response.status.code.map(String.init)].compactMap { $0 } + text.encoding(of: response)
            let read =
                "\(call)\(Layout.chain).\(text.reader(response))(\(Layout.list(arguments)))\(text.check(of: response))"
            return [text.isEmpty(response) ? read : "return " + read]
        case .output(let index):
            var lines = ["let response = \(call)", "switch response.status {"]
            for response in plan.outputs[index].responses {
                lines.append("case \(pattern(response)):\(Layout.chain) return \(value(response))")
            }
            return lines + ["default: throw await response.undocumented()", "}"]
        }
    }

    private func pattern(_ response: ResponsePlan) -> String {
        let status =
            switch response.status {
            case .code(let code): String(code)
            case .range(let hundred): "\(hundred)00..<\(hundred + 1)00"
            case .default: "200..<300"
            }
        return status + (response.distinction.map { " where response.has(\(Escaping.stringLiteral($0)))" } ?? "")
    }

    private func value(_ response: ResponsePlan) -> String {
        var values: [String] = []
        if response.status.isOpen { values.append("response.status") }
        if !text.isEmpty(response) {
            // A range was matched.
            let status = response.status.code.map(String.init) ?? ".any"
            let arguments = ([status] + text.encoding(of: response)).joined(separator: ", ")
            values.append("try await response.\(text.reader(response))(\(arguments))\(text.check(of: response))")
        }
        let name = "." + Escaping.member(response.name)
        return values.isEmpty ? name : "\(name)(\(values.joined(separator: ", ")))"
    }
}
