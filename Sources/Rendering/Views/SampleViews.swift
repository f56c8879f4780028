import ApusPlanning

/// Samples as static members of their types, and as the answers of a server.
struct SampleViews: Sendable {
    let plan: Plan
    let samples: SamplePlan
    let types: TypeText

    private var text: SampleText { SampleText(types: types, samples: samples) }

    func sample(_ model: SamplePlan.Model) -> View {
        let value: String
        switch model.value {
        case .structure(_, let arguments): value = " = " + text.call("Self", arguments)
        default: value = ": Self = " + text.text(model.value)
        }
        return View([
            "type": types.name(of: model.id),
            "access": plan.options.access.prefix,
            "name": Escaping.identifier(model.name),
            "value": value,
        ])
    }

    // MARK: Server

    func server() -> View {
        let identity = plan.schemes(of: plan.operations).isEmpty ? "" : " where Identity == Void"
        return View([
            "documentation": Escaping.documentation([
                "Answers each operation with a sample: for tests, previews and mock servers.",
                "`struct Stub: \(plan.api.sampleServerName) {}` is a whole server. Operations that it implements itself are answered by it.",
            ]),
            "access": plan.options.access.prefix,
            "name": plan.api.sampleServerName,
            "base": plan.api.serverName + identity,
        ])
    }

    func answers() -> View? {
        let server = ServerViews(plan: plan, text: OperationText(plan: plan, types: types))
        let schemes = plan.schemes(of: plan.operations).filter { $0.kind != .undefined }.map { scheme in
            let isOptional = scheme.kind.readsRequest
            return View([
                "access": plan.options.access.prefix, "name": "authenticate",
                "parameters": Layout.list([server.credential(of: scheme)]),
                "result": isOptional ? " -> Void?" : nil,
                "value": isOptional ? ["()"] : [],
            ])
        }
        let operations = zip(plan.operations, samples.operations).filter(\.0.isRouted).compactMap { operation, sample in
            value(sample.answer, of: operation).map { value in
                View([
                    "access": plan.options.access.prefix,
                    "name": Escaping.identifier(operation.name),
                    "parameters": Layout.list(server.arguments(of: operation)),
                    "result": server.text.result(operation),
                    "value": value.isEmpty ? [] : [value],
                ])
            }
        }
        let entries = schemes + operations
        if entries.isEmpty { return nil }
        return View([
            "server": types.qualified(plan.api.sampleServerName),
            "entries": entries.map { View(["answer": $0]) },
        ])
    }

    /// nil where the author of the server has to say it.
    private func value(_ answer: SamplePlan.Answer, of operation: OperationPlan) -> String? {
        switch (answer, operation.success) {
        case (.missing, _), (.output, .single): return nil
        case (.nothing, _): return ""
        case (.value(let sample), _): return text.text(sample)
        case (.output(let position, let sample), .output(let index)):
            let response = plan.outputs[index].responses[position]
            let status = response.status.isOpen ? [String(response.status.typical)] : []
            let values = status + [sample].compactMap { $0 }.map(text.text)
            return "." + Escaping.member(response.name) + (values.isEmpty ? "" : "(\(Layout.list(values)))")
        }
    }
}

extension APIPlan {
    /// `SamplePetsAPI`
    var sampleServerName: String { "Sample" + serverName }
}

extension ResponsePlan.Status {
    /// A status of the range.
    fileprivate var typical: Int {
        switch self {
        case .code(let code): code
        case .range(let hundred): hundred * 100
        case .default: 200
        }
    }
}
