import ApusPlanning

/// Operations as requirements and routes of the server protocol.
struct ServerViews: Sendable {
    let plan: Plan
    let text: OperationText

    /// The protocol of the whole API, or of a group of its operations.
    func server(_ scope: ServerScope) -> View {
        let demandsIdentity = !scope.refinesAuthentication && !scope.schemes.isEmpty
        return View([
            "documentation": Escaping.documentation(scope.documentation),
            "head": head(scope.name, inherits: scope.inherited),
            "identity": demandsIdentity,
            "schemes": demandsIdentity ? scope.schemes.map(requirement) : [],
            "operations": scope.operations.map { View(["operation": requirement($0)]) },
        ])
    }

    /// The protocol of the `authenticate` methods, where the protocols of several groups demand them.
    func authentication() -> View? {
        plan.api.authenticationName.map { name in
            View([
                "documentation": Escaping.documentation("Who may call the operations of `\(plan.api.serverName)`."),
                "head": head(name, inherits: ["Sendable"]),
                "identity": true,
                "schemes": plan.schemes(of: plan.operations).map(requirement),
            ])
        }
    }

    /// `public protocol StoreAPI: StorePetsAPI, StoreOrdersAPI {`, filled line by line as `swift format` does.
    private func head(_ name: String, inherits names: [String]) -> [String] {
        let width = Layout.width - (plan.namespace == nil ? 0 : 4)
        var lines = ["\(plan.options.access.prefix)protocol \(name): \(names[0])"]
        for name in names.dropFirst() {
            lines[lines.count - 1] += ","
            if lines[lines.count - 1].count + name.count + 2 < width {
                lines[lines.count - 1] += " " + name
            } else {
                lines.append("    " + name)
            }
        }
        guard lines.count == 1 else { return lines + ["{"] }
        return [lines[0] + " {"]
    }

    func routes(_ scope: ServerScope, _ entries: [String]) -> View {
        View([
            "server": text.types.qualified(scope.name),
            "access": plan.options.access.prefix,
            "function": scope.function,
            "group": scope.group == nil ? nil : [scope.function],
            "groups": scope.inheritsGroups ? plan.groups.map { "register\($0.name)" } : [],
            "errors": plan.api.errors == .problem ? nil : errors(plan.api.errors),
            "authenticators": authenticators(of: scope.operations),
            "entries": entries,
            "undefined": undefined(scope),
        ])
    }

    /// `.httpValidationError(with: [.input, .context], hiding: ["password"])`
    private func errors(_ style: ErrorStyle) -> String {
        switch style {
        case .problem: return ".problemDetails"
        case .httpValidationError(let details):
            let held = [details.hasInput ? ".input" : nil, details.hasContext ? ".context" : nil].compactMap { $0 }
            if held.isEmpty { return ".httpValidationError" }
            var arguments = ["with: [\(held.joined(separator: ", "))]"]
            if !details.secrets.isEmpty {
                arguments.append("hiding: [\(Layout.elements(details.secrets.map(Escaping.stringLiteral)))]")
            }
            return ".httpValidationError(\(Layout.list(arguments)))"
        }
    }

    private func requirement(_ operation: OperationPlan) -> View {
        View([
            "documentation": Escaping.documentation(Array(operation.documentation.prefix(1))),
            "name": Escaping.identifier(operation.name),
            "parameters": Layout.list(arguments(of: operation)),
            "result": text.result(operation),
        ])
    }

    /// What a requirement takes.
    func arguments(of operation: OperationPlan) -> [String] {
        text.parameters(operation, of: .server)
            + ["context: OperationContext<\(identity(operation.security))>"]
    }

    private func identity(_ security: SecurityPlan) -> String {
        if security.isOpen { return "Void" }
        return security.allowsAnonymous ? "Identity?" : "Identity"
    }

    // MARK: Authentication

    private func requirement(_ scheme: SchemePlan) -> View {
        let presented =
            switch scheme.kind {
            case .apiKey(let location, let key): "`key` in the \(location.noun) `\(key)`"
            case .bearer: "the bearer token `token`"
            case .basic: "`credentials`"
            case .mutualTLS: "a certificate on the connection of `request`, as what ends TLS tells; nil for none"
            case .undefined: "what `\(scheme.key)` stands for in `request`; nil for nothing, which is refused with 401"
            }
        return View([
            "scheme": View([
                "documentation": Escaping.documentation(
                    "Who presents \(presented).\(scheme.kind.readsRequest ? "\n" : " ")"
                        + "Throw `Unauthorized()` to refuse the request with 401"
                        + (scheme.hasScopes ? ",\nor `Forbidden()`, with 403, if one of `scopes` is missing." : ".")
                ),
                "parameters": credential(of: scheme),
                "result": scheme.kind.readsRequest ? "Identity?" : "Identity",
            ])
        ])
    }

    /// What answers for schemes that the document does not define until the author of the server does.
    private func undefined(_ scope: ServerScope) -> [View] {
        guard scope.group == nil else { return [] }
        return scope.schemes.filter { $0.kind == .undefined }.map { scheme in
            View([
                "scheme": View([
                    "documentation": Escaping.documentation(
                        "Refuses everyone: the document does not say what `\(scheme.key)` is."),
                    "parameters": credential(of: scheme),
                ])
            ])
        }
    }

    /// `apiKeyHeader key: String`
    func credential(of scheme: SchemePlan) -> String {
        let name = Escaping.identifier(scheme.name)
        let (local, type) =
            switch scheme.kind {
            case .apiKey: ("key", "String")
            case .bearer: ("token", "String")
            case .basic: ("credentials", "BasicCredentials")
            case .mutualTLS, .undefined: ("request", "HTTPRequest")
            }
        let parameter = name == local ? "\(name): \(type)" : "\(name) \(local): \(type)"
        return parameter + (scheme.hasScopes ? ", scopes: [String]" : "")
    }

    /// The ways to authenticate that operations share: one constant each.
    private func authenticators(of operations: [OperationPlan]) -> [String] {
        let used = Set(operations.map(\.security.alternatives))
        return plan.api.authenticators.filter { used.contains($0.alternatives) }.map { authenticator in
            "let \(Escaping.identifier(authenticator.name)) = Authenticator\(text(of: authenticator.alternatives))"
        }
    }

    private var authenticatorNames: [String] { plan.api.authenticators.map(\.name) }

    private func authenticatorName(_ security: SecurityPlan) -> String {
        let authenticator = plan.api.authenticators.first { $0.alternatives == security.alternatives }
        return Escaping.identifier(authenticator?.name ?? "authenticator")
    }

    private func text(of alternatives: [[SecurityPlan.Demand]]) -> String {
        let values = alternatives.map { combination in
            let schemes = combination.map(authenticator)
            return schemes.count == 1 ? schemes[0] : ".all([\(Layout.elements(schemes))])"
        }
        return values.count == 1 ? values[0] : ".any([\(Layout.elements(values))])"
    }

    private func authenticator(_ demand: SecurityPlan.Demand) -> String {
        let scheme = plan.api.schemes[demand.scheme]
        let function = "authenticate(\(Escaping.label(scheme.name)):\(scheme.hasScopes ? "scopes:" : ""))"
        switch scheme.kind {
        case .apiKey(let location, let name):
            return ".apiKey(\(Layout.list(["\(location.rawValue): \(Escaping.stringLiteral(name))", function])))"
        case .bearer where scheme.hasScopes:
            let scopes = "scopes: [\(Layout.elements(demand.scopes.map(Escaping.stringLiteral)))]"
            return ".bearer(\(Layout.list([scopes, function])))"
        case .bearer: return ".bearer(\(function))"
        case .basic: return ".basic(\(function))"
        case .mutualTLS: return ".mutualTLS(\(function))"
        case .undefined: return ".request(\(function))"
        }
    }

    // MARK: Routes

    func route(_ operation: OperationPlan) -> View {
        var arguments = [text.method(operation), Escaping.stringLiteral(operation.path)]
        if !operation.security.isOpen {
            let name = authenticatorName(operation.security)
            arguments.append("security: " + name + (operation.security.allowsAnonymous ? ".optional" : ""))
        }
        if operation.errors != plan.api.errors { arguments.append("errors: " + errors(operation.errors)) }
        let input = text.local("input", in: operation)
        let context = text.local("context", in: operation)
        let inputs = inputs(operation, input: input)
        return View([
            "route": Layout.list(arguments),
            "input": inputs.isEmpty ? "_" : input,
            "context": context,
            "inputs": inputs,
            "call": call(operation, context: context),
        ])
    }

    private func inputs(_ operation: OperationPlan, input: String) -> [String] {
        var lines = operation.parameters.sorted { $0.position < $1.position }.map { parameter in
            var arguments = [
                Escaping.stringLiteral(parameter.key), "as: \(text.types.text(parameter.type, in: nil)).self",
            ]
            switch parameter.presence {
            case .required: if parameter.location != .path { arguments.append("required: true") }
            case .optional:
                if let value = parameter.defaultValue { arguments.append("default: \(TypeText.text(value))") }
            }
            arguments += text.style(parameter)
            if parameter.allowsEmpty { arguments.append("allowEmptyValue: true") }
            let check = parameter.check.map { " " + closure($0) } ?? ""
            let call = "\(input).\(text.function(parameter.location))(\(Layout.list(arguments)))"
            return "let \(Escaping.identifier(parameter.name)) = \(call)\(check)"
        }
        if let body = operation.body { lines.append("let body = await \(input).\(bodyCall(body))") }
        guard !lines.isEmpty else { return [] }
        var required = operation.parameters.filter { $0.presence == .required }.map { Escaping.identifier($0.name) }
        if operation.body?.isRequired == true { required.append("body") }
        let conditions = required.map { "let \($0)" } + ["\(input).isValid"]
        return lines + ["guard \(Layout.list(conditions)) else { throw \(input).rejection }"]
    }

    private func bodyCall(_ body: BodyPlan) -> String {
        let optional = body.isRequired ? [] : ["required: false"]
        if body.contents.count == 1 { return bodyCall(body.contents[0], optional) }
        let type = text.type(of: body)
        let readers = body.contents.map { content in
            var arguments: [String] = []
            switch body.value {
            case .type: arguments.append("\(type).self")
            case .choice: arguments.append("\(type).\(Escaping.member(content.name))")
            }
            arguments += text.encoding(content.content)
            if let mediaType = mediaType(content.content) { arguments.append("contentType: \(mediaType)") }
            return ".\(text.reader(content.content))(\(Layout.list(arguments)))\(check(content))"
        }
        return "body(\(Layout.list(["\(type).self", "[\(Layout.elements(readers))]"] + optional)))"
    }

    private func bodyCall(_ content: BodyContentPlan, _ optional: [String]) -> String {
        let type = text.types.text(content.type, in: nil) + ".self"
        var arguments: [String] = []
        switch content.content {
        case .json:
            arguments = [type] + optional + (content.isEmbedded ? ["isEmbedded: true"] : [])
            if let mediaType = mediaType(content.content) { arguments.append("contentType: \(mediaType)") }
        case .form, .multipart: arguments = [type] + optional + text.encoding(content.content)
        case .xml:
            arguments = [type] + text.encoding(content.content) + optional
            if let mediaType = mediaType(content.content) { arguments.append("contentType: \(mediaType)") }
        case .items:
            arguments = ["\(element(of: content)).self"] + optional
            if let mediaType = mediaType(content.content) { arguments.append("contentType: \(mediaType)") }
        case .text:
            arguments = [type] + optional
            if let mediaType = mediaType(content.content) { arguments.append("contentType: \(mediaType)") }
        case .data(let mediaType), .stream(let mediaType):
            arguments = [Escaping.stringLiteral(mediaType)] + optional
        }
        return "\(text.reader(content.content))(\(Layout.list(arguments)))\(check(content))"
    }

    /// `Record` of `ItemStream<Record>`
    private func element(of content: BodyContentPlan) -> String {
        guard case .generic(_, let element) = content.type.unwrapped else { return "JSONValue" }
        return text.types.text(element, in: nil)
    }

    private func mediaType(_ content: ContentKind) -> String? {
        return content.unusualMediaType.map(Escaping.stringLiteral)
    }

    private func check(_ content: BodyContentPlan) -> String { content.check.map { " " + closure($0) } ?? "" }

    private func closure(_ check: Check) -> String {
        CheckText(types: text.types).closure(check)
    }

    private func call(_ operation: OperationPlan, context: String) -> [String] {
        var arguments = operation.parameters.map {
            "\(Escaping.label($0.name)): \(Escaping.identifier($0.name))"
        }
        if operation.body != nil { arguments.append("body: body") }
        arguments.append("context: \(context)")
        let locals = operation.parameters.map(\.name) + authenticatorNames + ["input", "context", "body", "router"]
        let method = text.method(operation.name, besideLocals: locals)
        let call = "try await \(method)(\(Layout.list(arguments)))"
        switch operation.success {
        case .single(let response):
            let status = String(response.status.code ?? 200)
            if text.isEmpty(response) { return [call, "return .noContent(\(status))"] }
            return ["return \(text.answer(response, status: status, body: call))"]
        case .output: return ["return \(call).response"]
        }
    }
}

extension SchemePlan.Kind {
    /// Whether the check looks for the credential itself, and may find none.
    var readsRequest: Bool {
        switch self {
        case .mutualTLS, .undefined: true
        case .apiKey, .bearer, .basic: false
        }
    }
}

extension APIKeyLocation {
    fileprivate var noun: String {
        switch self {
        case .header: "header"
        case .query: "query parameter"
        case .cookie: "cookie"
        }
    }
}
