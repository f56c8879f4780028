import ApusPlanning
import ApusRendering
import CompiledSDK

/// Writes a program that calls each operation of a document, in every declared way, from the generated client to a server whose
/// responses are samples.
struct RoundTripSource {
    let sdk: GeneratedSDK
    private var plan: Plan { sdk.plan }

    /// One declared response: its status, and the expression that the server returns or throws.
    private struct Answer {
        var status: Int
        var statement: String
    }

    func text() -> String {
        let names = plan.operations.indices.map { "trial_\($0)" }
        var lines = ["import ApusRuntime", "import Foundation", "import \(sdk.module)", ""]
        lines += ["let trials: [@Sendable (Trial) async throws -> Void] = ["] + names.map { "    \($0)," } + ["]", ""]
        lines += ["struct Server: \(sdk.name(plan.api.serverName)) {", "    let trial: Trial", ""]
        for index in plan.operations.indices { lines += method(index).map { "    " + $0 } + [""] }
        lines += ["}"]
        for index in plan.operations.indices { lines += ["", "enum Values_\(index) {"] + values(index) + ["}", ""] }
        for index in plan.operations.indices { lines += call(index) + [""] }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Server

    private func method(_ index: Int) -> [String] {
        let operation = plan.operations[index]
        var parameters = operation.parameters.map { parameter in
            let isOptional = parameter.presence == .optional && parameter.defaultValue == nil
            return "\(Escaping.identifier(parameter.name)): \(sdk.text(parameter.type))\(isOptional ? "?" : "")"
        }
        if let body = operation.body { parameters.append("body: \(type(of: body))\(isOptional(body) ? "?" : "")") }
        let head =
            "func \(Escaping.identifier(operation.name))(\((parameters + ["context: OperationContext<Void>"]).joined(separator: ", ")))"
        var lines = ["\(head) async throws -> \(result(operation)) {"]
        for (position, parameter) in operation.parameters.enumerated() where sample(index, position) != nil {
            let place = Escaping.stringLiteral("\(parameter.location.rawValue) \(parameter.key)")
            lines.append(
                "    trial.expect(\(place), \(Escaping.identifier(parameter.name)), Values_\(index).p\(position))")
        }
        if body(index) != nil { lines.append("    trial.expect(\"body\", body, Values_\(index).body)") }
        lines.append("    switch trial.round {")
        for (round, answer) in answers(index).enumerated() { lines.append("    case \(round): \(answer.statement)") }
        return lines + ["    default: throw Unanswered()", "    }", "}"]
    }

    private func type(of body: BodyPlan) -> String {
        switch body.value {
        case .type(let type): sdk.text(type.unwrapped)
        case .choice(let index): sdk.name(plan.bodies[index].name)
        }
    }

    private func result(_ operation: OperationPlan) -> String {
        switch operation.success {
        case .single(let response):
            response.value.map { sdk.name(plan.responseTypes[$0].name) } ?? sdk.text(response.type)
        case .output(let index): sdk.name(plan.outputs[index].name)
        }
    }

    private func answers(_ index: Int) -> [Answer] {
        guard let samples = plan.samples?.operations[index] else { return [] }
        let operation = plan.operations[index]
        let successes = zip(operation.successes(plan.outputs), samples.successes).compactMap { response, sample in
            answer(response, sample, "return", isBare: isSingle(operation), type: result(operation))
        }
        let failure = operation.failure.map { sdk.name(plan.failures[$0].name) } ?? ""
        let failures = zip(operation.failures(plan.failures), samples.failures).compactMap { response, sample in
            answer(response, sample, "throw", isBare: false, type: failure)
        }
        return successes + failures
    }

    private func isSingle(_ operation: OperationPlan) -> Bool {
        if case .single = operation.success { true } else { false }
    }

    private func answer(
        _ response: ResponsePlan, _ sample: Sample?, _ verb: String, isBare: Bool, type: String
    ) -> Answer? {
        let status = status(response, isBare: isBare, isFailure: verb == "throw")
        let value = sample.map { sdk.text($0) }
        if response.content != nil || response.value != nil, value == nil { return nil }
        if isBare { return Answer(status: status, statement: value.map { "\(verb) \($0)" } ?? verb) }
        let values = (response.status.code == nil ? [String(status)] : []) + (value.map { [$0] } ?? [])
        let payload = values.isEmpty ? "" : "(\(values.joined(separator: ", ")))"
        return Answer(status: status, statement: "\(verb) \(type).\(Escaping.member(response.name))\(payload)")
    }

    /// A status within a range; 200 if there is only `default`.
    private func status(_ response: ResponsePlan, isBare: Bool, isFailure: Bool) -> Int {
        switch response.status {
        case .code(let code): code
        case .range(let hundred): hundred * 100 + 50
        case .default: isFailure ? 599 : isBare ? 200 : 299
        }
    }

    // MARK: Client

    private func values(_ index: Int) -> [String] {
        let operation = plan.operations[index]
        var lines = operation.parameters.enumerated().compactMap { position, parameter in
            sample(index, position).map { value in
                "    static let p\(position): \(sdk.text(parameter.type)) = \(sdk.text(value))"
            }
        }
        if let body = operation.body, let value = self.body(index) {
            lines.append("    static let body: \(type(of: body)) = \(sdk.text(value))")
        }
        return lines
    }

    private func call(_ index: Int) -> [String] {
        let operation = plan.operations[index]
        let name = Escaping.stringLiteral("\(operation.method.uppercased()) \(operation.path)")
        let missing = operation.parameters.indices.contains {
            operation.parameters[$0].presence == .required && sample(index, $0) == nil
        }
        var lines = ["@Sendable func trial_\(index)(_ trial: Trial) async throws {"]
        guard !missing, operation.body == nil || body(index) != nil || operation.body?.isRequired == false else {
            return lines + ["    trial.begin(\(name), round: 0, status: 0)", "    trial.report(\"no sample\")", "}"]
        }
        let client =
            "\(sdk.name(plan.api.clientName))(server: \"http://test\", transport: trial.transport(to: Server(trial: trial)))"
        let call = "client.\(Escaping.member(operation.name))(\(arguments(index).joined(separator: ", ")))"
        lines.append("    let client = \(client)")
        let failure = operation.failure.map { sdk.name(plan.failures[$0].name) }
        for (round, answer) in answers(index).enumerated() {
            lines += ["    trial.begin(\(name), round: \(round), status: \(answer.status))", "    do {"]
            lines.append("        trial." + outcome(of: call, in: operation, status: answer.status))
            if let failure {
                lines += ["    } catch ClientError<\(failure)>.documented(let failure, _) {"]
                lines += ["        trial.fail(failure.response)"]
            }
            lines += ["    } catch {", "        trial.report(\"\\(error)\")", "    }"]
        }
        return lines + ["}"]
    }

    /// A response with headers, or one of several responses, is compared as it would be sent.
    private func outcome(of call: String, in operation: OperationPlan, status: Int) -> String {
        switch operation.success {
        case .output: "fail((try await \(call)).response)"
        case .single(let response):
            response.value == nil ? "succeed(try await \(call))" : "fail((try await \(call)).response(\(status)))"
        }
    }

    private func arguments(_ index: Int) -> [String] {
        let operation = plan.operations[index]
        let values = operation.parameters.indices.compactMap { position in
            sample(index, position).map { _ in
                "\(Escaping.label(operation.parameters[position].name)): Values_\(index).p\(position)"
            }
        }
        return values + (body(index) == nil ? [] : ["body: Values_\(index).body"])
    }

    // MARK: Samples

    private func sample(_ index: Int, _ position: Int) -> Sample? {
        guard let parameters = plan.samples?.operations[index].parameters, position < parameters.count else {
            return nil
        }
        return parameters[position]
    }

    private func body(_ index: Int) -> Sample? { plan.samples?.operations[index].body }

    /// Whether `nil` is a valid body: no body, or null.
    private func isOptional(_ body: BodyPlan) -> Bool {
        guard body.isRequired, case .type(let type) = body.value else { return !body.isRequired }
        return type.isOptional
    }
}

extension GeneratedSDK {
    /// A type of the plan, as the driver spells it.
    func text(_ type: TypeReference) -> String { DriverSource(sdk: self).text(type) }

    func name(_ name: String) -> String { DriverSource(sdk: self).qualified(name) }

    func text(_ sample: Sample) -> String { SampleText.text(sample, in: plan) }
}
