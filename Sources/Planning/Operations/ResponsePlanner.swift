import ApusDiagnostics
import ApusOpenAPI

/// The declared answers of an operation.
struct ResponsePlanner {
    let schemas: SchemaPlanner
    let types: ResponseTypes
    let diagnostics: Diagnostics

    func plan(_ operation: Operation, typeName: String) -> (successes: [ResponsePlan], failures: [ResponsePlan]) {
        var successes: [ResponsePlan] = []
        var failures: [ResponsePlan] = []
        let entries = operation.responses.entries
        let hasSuccess = entries.contains { isSuccess($0.key) }
        let isAlone = entries.count { isSuccess($0.key) } == 1 || (!hasSuccess && entries.count == 1)
        for entry in entries {
            guard let status = status(entry.key), let response = schemas.document.resolve(entry.value) else { continue }
            let isSuccess = isSuccess(entry.key) || (status == .default && !hasSuccess)
            let naming = Naming(
                parent: nil,
                name: typeName + (isSuccess ? "Response" : typeSuffix(status)),
                isItem: false
            )
            var plan = self.plan(response, status: status, naming: naming)
            plan.value = types.type(
                of: response,
                body: plan,
                component: entry.value.component,
                name: typeName + (isSuccess && isAlone ? "Output" : typeSuffix(status) + "Response"),
                headerBase: isSuccess ? typeName : naming.name
            )
            if isSuccess { successes.append(plan) } else { failures.append(plan) }
        }
        // A reader tries them in turn: the exact ones first.
        return (successes.sorted { $0.status < $1.status }, failures.sorted { $0.status < $1.status })
    }

    private func plan(_ response: Response, status: ResponsePlan.Status, naming: Naming) -> ResponsePlan {
        var content: ContentKind?
        var type = TypeReference.builtin(.void)
        if let choice = MediaTypeChoice.choose(from: response.content, diagnostics: diagnostics) {
            content = choice.content
            type = self.type(of: choice, naming: naming)
        }
        return ResponsePlan(
            status: status,
            content: content,
            type: type,
            name: StatusNames.name(status),
            documentation: Documentation.paragraphs(response.summary, response.description)
        )
    }

    private func type(of choice: MediaTypeChoice, naming: Naming) -> TypeReference {
        switch choice.content {
        case .json, .multipart:
            guard let schema = choice.entry.value.schema else { return .builtin(.json) }
            return schemas.type(of: schema, naming: naming).optionalType
        case .text: return .builtin(.string)
        case .data: return .builtin(.data)
        }
    }

    private func isSuccess(_ key: String) -> Bool {
        key.first == "1" || key.first == "2" || key.first == "3"
    }

    private func status(_ key: String) -> ResponsePlan.Status? {
        if key == "default" { return .default }
        if key.count == 3, key.hasSuffix("XX") || key.hasSuffix("xx"), let hundred = key.first?.wholeNumberValue {
            return .range(hundred)
        }
        return Int(key).flatMap { (100..<600).contains($0) ? .code($0) : nil }
    }

    /// `NotFound`
    private func typeSuffix(_ status: ResponsePlan.Status) -> String {
        let name = StatusNames.name(status)
        return name == "ok" ? "OK" : name.prefix(1).uppercased() + name.dropFirst()
    }
}

extension ResponsePlan.Status: Comparable {
    package static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.order < rhs.order
    }

    private var order: Int {
        switch self {
        case .code(let code): code
        case .range(let hundred): 1_000 + hundred
        case .default: 10_000
        }
    }
}
