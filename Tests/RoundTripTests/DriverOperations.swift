import ApusPlanning
import ApusRendering
import CompiledSDK

/// Operations: a server that records what it receives and responds from the case, and calls of the client.
extension DriverSource {
    /// One argument of an operation, at both ends.
    private struct Argument {
        var name: String
        var type: String
        /// The type that a handler receives, after the default of a parameter is filled in.
        var handlerType: String
        /// The place of the argument in a case: `query/limit`.
        var place: String
        /// The expression that reads it from the case.
        var value: String
        var isRequired: Bool
    }

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
        let identity = operation.security.isOpen ? "Void" : "String"
        let parameters =
            arguments(operation).map { "\($0.name): \($0.handlerType)" } + ["context: OperationContext<\(identity)>"]
        var lines = operation.parameters.map(argument).map { "try exchange.receive(\($0.place), \($0.name))" }
        if let body = operation.body?.contents.first {
            let parts = form(body)?.map { ("form/" + $0.key, "body." + Escaping.member($0.name)) } ?? [("body", "body")]
            lines += parts.map { "try exchange.receive(\(Escaping.stringLiteral($0.0)), \($0.1))" }
        }
        if !operation.security.isOpen { lines.append(#"try exchange.receive("identity", context.identity)"#) }
        if let failure = failure(operation) {
            lines.append("switch exchange.status {")
            lines += failure.cases.map { "case \($0.code): throw \(failure.type).\($0.name)(try exchange.answer())" }
            lines += ["default: break", "}"]
        }
        lines.append("return try exchange.answer()")
        let head = "func \(Escaping.identifier(operation.name))(\(parameters.joined(separator: ", "))) async throws"
        return ["\(head) -> \(resultType(operation)) {"] + lines.map { "    " + $0 } + ["}"]
    }

    // MARK: Client

    /// One call with every argument in the case, and one without the optional arguments, which is used if the case has none of
    /// them.
    func call(_ operation: OperationPlan) -> [String] {
        let arguments = arguments(operation)
        let optional = arguments.filter { !$0.isRequired }.map(\.place)
        let key = plan.api.schemes.first.map { #", credentials: .\#(Escaping.member($0.name))("the key")"# } ?? ""
        let transport = "CapturingTransport(exchange, Server\(sdk.module)(exchange: exchange))"
        let client = "\(qualified(plan.api.clientName))(server: \"http://test\"\(key), transport: \(transport))"
        var lines = ["let client = \(client)"]
        if !optional.isEmpty {
            lines.append("if exchange.lacks([\(optional.joined(separator: ", "))]) {")
            lines += invocation(operation, arguments.filter(\.isRequired)) + ["return", "}"]
        }
        lines += invocation(operation, arguments)
        return ["", "func \(callName(operation))(_ exchange: Exchange) async throws {"] + lines.map { "    " + $0 } + [
            "}"
        ]
    }

    private func invocation(_ operation: OperationPlan, _ arguments: [Argument]) -> [String] {
        let values = arguments.enumerated().map { "let a\($0.offset): \($0.element.type) = \($0.element.value)" }
        let list = arguments.enumerated().map { "\($0.element.name): a\($0.offset)" }.joined(separator: ", ")
        let expression = "try await client.\(Escaping.member(operation.name))(\(list))"
        guard let failure = failure(operation) else { return values + ["try exchange.succeed(\(expression))"] }
        let cases = failure.cases.map { failure in
            "case .documented(.\(failure.name)(let body), _): try exchange.fail(\(failure.code), body)"
        }
        return values + [
            "let result: \(resultType(operation))",
            "do throws(ClientError<\(failure.type)>) {", "result = \(expression)",
            "} catch {", "switch error {",
        ] + cases + ["default: throw error", "}", "return", "}", "try exchange.succeed(result)"]
    }

    // MARK: Arguments and results

    private func arguments(_ operation: OperationPlan) -> [Argument] {
        operation.parameters.map(argument) + (operation.body.flatMap(argument).map { [$0] } ?? [])
    }

    private func argument(_ parameter: ParameterPlan) -> Argument {
        let isOptional = parameter.presence == .optional
        let place = Escaping.stringLiteral("\(parameter.location.rawValue)/\(parameter.key)")
        return Argument(
            name: Escaping.identifier(parameter.name),
            type: text(parameter.type) + (isOptional ? "?" : ""),
            handlerType: text(parameter.type) + (isOptional && parameter.defaultValue == nil ? "?" : ""),
            place: place,
            value: taken(place, isOptional: isOptional),
            isRequired: parameter.presence == .required
        )
    }

    /// There is no body with a choice of types in V0.
    private func argument(_ body: BodyPlan) -> Argument? {
        guard case .type(let type) = body.value, let content = body.contents.first else { return nil }
        let parts = form(content)?.map { part in
            let value = taken(Escaping.stringLiteral("form/" + part.key), isOptional: part.presence != .required)
            return "\(Escaping.identifier(part.name)): \(value)"
        }
        let argumentType = text(body.isRequired ? type : .optional(type.unwrapped))
        return Argument(
            name: "body",
            type: argumentType,
            handlerType: argumentType,
            place: "\"json\"",
            value: parts.map { "\(text(type.unwrapped))(\($0.joined(separator: ", ")))" }
                ?? taken("\"json\"", isOptional: !body.isRequired),
            isRequired: body.isRequired
        )
    }

    private func taken(_ place: String, isOptional: Bool) -> String {
        "try exchange.\(isOptional ? "optionalArgument" : "argument")(\(place))"
    }

    /// The parts of a multipart body.
    private func form(_ content: BodyContentPlan) -> [Property]? {
        guard content.content.kind == .multipart, case .declared(let id) = content.type else { return nil }
        guard case .structure(let structure) = plan[id].kind else { return nil }
        return structure.properties
    }

    private func failure(_ operation: OperationPlan) -> (type: String, cases: [(code: Int, name: String)])? {
        operation.failure.map { index in
            let cases = plan.failures[index].responses.compactMap { response -> (code: Int, name: String)? in
                guard case .code(let code) = response.status else { return nil }
                return (code, Escaping.member(response.name))
            }
            return (qualified(plan.failures[index].name), cases)
        }
    }

    private func resultType(_ operation: OperationPlan) -> String {
        guard case .single(let response) = operation.success else { return "Void" }
        return text(response.type)
    }
}
