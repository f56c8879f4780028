import ApusPlanning
import ApusRendering

/// Operations: a server that keeps what it gets and answers from the case, and calls of the client.
extension DriverSource {
    func operationEntry(_ operation: OperationPlan) -> String {
        let name = Escaping.stringLiteral("\(operation.method.uppercased()) \(operation.path)")
        return "subject.add(operation: \(name), \(callName(operation)))"
    }

    private func callName(_ operation: OperationPlan) -> String { "call_\(sdk.module)_\(operation.name)" }

    // MARK: Server

    func server() -> [String] {
        let schemes = plan.api.schemes.map { scheme in
            "    func authenticate(\(Escaping.identifier(scheme.name)) key: String) async throws -> String { key }"
        }
        return ["", "struct Server\(sdk.module): \(qualified(plan.api.serverName)) {", "    let exchange: Exchange"]
            + schemes + plan.operations.flatMap(method).map { "    " + $0 } + ["}"]
    }

    private func method(_ operation: OperationPlan) -> [String] {
        var parameters = operation.parameters.map { "\(Escaping.identifier($0.name)): \(argumentType($0))" }
        var lines = operation.parameters.map {
            "try exchange.receive(\(place($0)), \(Escaping.identifier($0.name)))"
        }
        if let body = operation.body {
            parameters.append("body: \(bodyType(body))")
            let parts = form(body)?.map { ("form/" + $0.key, "body." + Escaping.member($0.name)) } ?? [("body", "body")]
            lines += parts.map { "try exchange.receive(\(Escaping.stringLiteral($0.0)), \($0.1))" }
        }
        if !operation.security.isOpen { lines.append(#"try exchange.receive("identity", context.identity)"#) }
        parameters.append("context: OperationContext<\(operation.security.isOpen ? "Void" : "String")>")
        if let failure = operation.failure.map({ plan.failures[$0] }) {
            lines.append("switch exchange.status {")
            for response in failure.responses {
                guard case .code(let code) = response.status else { continue }
                let thrown = "\(qualified(failure.name)).\(Escaping.member(response.name))(try exchange.answer())"
                lines.append("case \(code): throw \(thrown)")
            }
            lines += ["default: break", "}"]
        }
        let head = "func \(Escaping.identifier(operation.name))(\(parameters.joined(separator: ", "))) async throws"
        lines.append("return try exchange.answer()")
        return ["\(head) -> \(resultType(operation)) {"] + lines.map { "    " + $0 } + ["}"]
    }

    // MARK: Client

    /// One call with every argument that the case has, and one without the optional ones, whose defaults count then.
    func call(_ operation: OperationPlan) -> [String] {
        var required: [String] = []
        var all: [String] = []
        var optional: [String] = []
        for parameter in operation.parameters {
            let isRequired = parameter.presence == .required
            let function = parameter.presence == .optional ? "optionalArgument" : "argument"
            let argument = "\(Escaping.identifier(parameter.name)): try exchange.\(function)(\(place(parameter)))"
            all.append(argument)
            if isRequired { required.append(argument) } else { optional.append(place(parameter)) }
        }
        if let body = operation.body {
            let argument = "body: \(bodyArgument(body))"
            all.append(argument)
            if body.isRequired { required.append(argument) } else { optional.append("\"json\"") }
        }
        let key = plan.api.schemes.first.map { #", credentials: .\#(Escaping.member($0.name))("the key")"# } ?? ""
        let transport = "CapturingTransport(exchange, Server\(sdk.module)(exchange: exchange))"
        let client = "\(qualified(plan.api.clientName))(server: \"http://test\"\(key), transport: \(transport))"
        var lines = [
            "", "func \(callName(operation))(_ exchange: Exchange) async throws {", "    let client = \(client)",
        ]
        if !optional.isEmpty {
            lines += ["    if exchange.lacks([\(optional.joined(separator: ", "))]) {"]
            lines += invocation(operation, required).map { "        " + $0 } + ["        return", "    }"]
        }
        return lines + invocation(operation, all).map { "    " + $0 } + ["}"]
    }

    private func invocation(_ operation: OperationPlan, _ arguments: [String]) -> [String] {
        let names = arguments.indices.map { "a\($0)" }
        var values: [String] = []
        var call: [String] = []
        for (name, argument) in zip(names, arguments) {
            let label = argument.prefix { $0 != ":" }
            values.append("let \(name)\(type(of: String(label), operation)) = \(argument.dropFirst(label.count + 2))")
            call.append("\(label): \(name)")
        }
        let expression = "try await client.\(Escaping.member(operation.name))(\(call.joined(separator: ", ")))"
        guard let failure = operation.failure.map({ plan.failures[$0] }) else {
            return values + ["try exchange.succeed(\(expression))"]
        }
        let cases = failure.responses.compactMap { response -> String? in
            guard case .code(let code) = response.status else { return nil }
            let pattern = ".documented(.\(Escaping.member(response.name))(let body))"
            return "case \(pattern): try exchange.fail(\(code), body)"
        }
        let attempt = [
            "do throws(ClientError<\(qualified(failure.name))>) {", "    result = \(expression)", "} catch {",
        ]
        let refusal = ["    switch error {"] + cases.map { "    " + $0 } + ["    default: throw error", "    }"]
        return values + ["let result: \(resultType(operation))"] + attempt + refusal
            + ["    return", "}", "try exchange.succeed(result)"]
    }

    // MARK: Arguments

    private func type(of label: String, _ operation: OperationPlan) -> String {
        if label == "body" { return operation.body.map { ": " + bodyType($0) } ?? "" }
        let parameter = operation.parameters.first { Escaping.identifier($0.name) == label }
        return parameter.map { ": " + argumentType($0) } ?? ""
    }

    private func place(_ parameter: ParameterPlan) -> String {
        Escaping.stringLiteral("\(parameter.location.rawValue)/\(parameter.key)")
    }

    private func argumentType(_ parameter: ParameterPlan) -> String {
        text(parameter.type) + (parameter.presence == .optional ? "?" : "")
    }

    private func bodyType(_ body: BodyPlan) -> String {
        text(body.type) + (body.isRequired || body.type.isOptional ? "" : "?")
    }

    private func bodyArgument(_ body: BodyPlan) -> String {
        guard let parts = form(body) else {
            return "try exchange.\(body.isRequired ? "argument" : "optionalArgument")(\"json\")"
        }
        let arguments = parts.map { part in
            let function = part.presence == .required ? "argument" : "optionalArgument"
            let place = Escaping.stringLiteral("form/" + part.key)
            return "\(Escaping.identifier(part.name)): try exchange.\(function)(\(place))"
        }
        return "\(text(body.type))(\(arguments.joined(separator: ", ")))"
    }

    /// The parts of a multipart body.
    private func form(_ body: BodyPlan) -> [Property]? {
        guard body.content == .multipart, case .declared(let id) = body.type else { return nil }
        guard case .structure(let structure) = plan[id].kind else { return nil }
        return structure.properties
    }

    private func resultType(_ operation: OperationPlan) -> String {
        guard case .single(let response) = operation.success else { return "Void" }
        return text(response.type)
    }
}
