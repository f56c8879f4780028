import ApusPlanning
import ApusRendering

/// Writes a function for each operation, which takes the arguments from a call, sends it and records the response.
struct CallText {
    let plan: Plan

    func text() -> String {
        let entries = plan.operations.enumerated().map { index, operation in
            "        \(Escaping.stringLiteral("\(operation.method.uppercased()) \(operation.path)")): SDK.call\(index),"
        }
        var lines = ["import ApusRuntime", "import Foundation", ""]
        lines += ["let operations: [String: @Sendable (Call) async throws -> Void] = ["] + entries + ["]", ""]
        lines += ["extension SDK {"]
        for index in plan.operations.indices { lines += call(index).map { "    " + $0 } + [""] }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private func call(_ index: Int) -> [String] {
        let operation = plan.operations[index]
        var lines = ["@Sendable static func call\(index)(_ call: Call) async throws {"]
        lines.append(
            "    var client = \(plan.api.clientName)(server: ServerURL(call.server), transport: call.transport)"
                + ".sending(to: ServerURL(call.server))")
        if let credential = credential(of: operation) {
            lines.append("    client.connection.credentials = \(credential)")
        }
        for (position, parameter) in operation.parameters.enumerated() {
            let function = parameter.presence == .optional ? "optional" : "argument"
            let argument = "try call.\(function)(\(place(parameter)), as: \(text(parameter.type)).self)"
            lines.append("    let p\(position) = \(argument)")
        }
        if let body = operation.body { lines.append("    let body = \(value(of: body, index))") }
        if operation.body != nil { lines.append("    call.send(body)") }
        let failure = operation.failure.map { plan.failures[$0].name } ?? "Never"
        let arguments =
            operation.parameters.enumerated().map { "\(Escaping.label($1.name)): p\($0)" }
            + (operation.body == nil ? [] : ["body: body"])
        return lines + [
            "    let value = await call.outcome { [client] () async throws(ClientError<\(failure)>) in",
            "        try await client.\(Escaping.member(operation.name))(\(arguments.joined(separator: ", ")))",
            "    }",
            "    if let value { try await call.receive(\(received(operation))) }",
            "}",
        ]
    }

    private func place(_ parameter: ParameterPlan) -> String {
        Escaping.stringLiteral("\(parameter.location.rawValue) \(parameter.key)")
    }

    /// A response with header fields, or one of several responses, is compared as a server would write it.
    private func received(_ operation: OperationPlan) -> String {
        switch operation.success {
        case .output: return "value.response"
        case .single(let response):
            if response.value == nil { return "value" }
            return "value.response(\(response.status.code ?? 200))"
        }
    }

    private func credential(of operation: OperationPlan) -> String? {
        guard let demand = operation.security.alternatives.first?.first else { return nil }
        let scheme = plan.api.schemes[demand.scheme]
        let name = Escaping.member(scheme.name)
        switch scheme.kind {
        case .apiKey, .bearer: return ".\(name)(\"secret\")"
        case .basic: return ".\(name)(username: \"user\", password: \"secret\")"
        case .mutualTLS, .undefined: return nil
        }
    }

    // MARK: Bodies

    private func value(of body: BodyPlan, _ index: Int) -> String {
        // If there are several kinds of content, the first one for which there is a value.
        let given = body.value.isChoice ? body.contents.first { $0.content.kind != .multipart } : nil
        guard let content = given ?? body.contents.first else { return "()" }
        let value: String
        switch content.content.kind.typing {
        case .parts, .items:
            guard let sample = plan.samples?.operations[index].body else {
                return "try call.unknown() as \(type(of: body))"
            }
            return "\(SampleText.text(sample, in: plan)) as \(type(of: body))"
        case .schema, .text:
            value = "try call.\(body.isRequired ? "argument" : "optional")(\"body\", as: \(text(content.type)).self)"
        case .bytes, .stream:
            value = body.isRequired ? "try call.bytes()" : "try call.optionalBytes()"
        }
        guard case .choice(let choice) = body.value else { return value }
        let make = "\(plan.bodies[choice].name).\(Escaping.member(content.name))"
        return body.isRequired ? "\(make)(\(value))" : "(\(value)).map { \(make)($0) }"
    }

    private func type(of body: BodyPlan) -> String {
        switch body.value {
        case .type(let type): text(type.unwrapped)
        case .choice(let index): plan.bodies[index].name
        }
    }

    // MARK: Types

    private func text(_ type: TypeReference) -> String {
        switch type {
        case .builtin(let builtin): builtin.rawValue
        case .external(let type): type.name
        case .declared(let id): name(of: id)
        case .array(let element): "[\(text(element))]"
        case .dictionary(let value, let key): "[\(text(key)): \(text(value))]"
        case .optional(let wrapped): "\(text(wrapped))?"
        case .nullable(let wrapped): "Nullable<\(text(wrapped))>"
        case .generic(let generic, let inner): "\(generic.rawValue)<\(text(inner))>"
        }
    }

    private func name(of id: DeclarationID) -> String {
        let name = Escaping.identifier(plan[id].name)
        return plan[id].parent.map { self.name(of: $0) + "." + name } ?? name
    }
}

extension BodyPlan.Value {
    fileprivate var isChoice: Bool {
        switch self {
        case .choice: true
        case .type: false
        }
    }
}
