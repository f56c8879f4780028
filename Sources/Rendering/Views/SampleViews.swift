import ApusPlanning

/// A sample of a type as its static member.
struct SampleView: TemplateView {
    var type: String
    var access: String
    var name: String
    /// ` = Self(id: 1)`, `: Self = .cat`
    var value: Code

    static let schema = ViewSchema<Self>(
        "sample", [.text("type", \.type), .text("access", \.access), .text("name", \.name), .code("value", \.value)]
    )
}

/// The protocol of a server that responds with samples.
struct SampleServerView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    /// `StoreAPI`
    var base: String

    static let schema = ViewSchema<Self>(
        "server",
        [
            .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
            .text("base", \.base),
        ]
    )
}

/// The responses of that server.
struct SampleAnswersView: TemplateView {
    var server: String
    var entries: [Answer]

    static let schema = ViewSchema<Self>("answers", [.text("server", \.server), .views("entries", \.entries)])

    struct Answer: TemplateView {
        var access: String
        var name: String
        var parameters: Code
        /// ` -> Bool`
        var result: String
        var value: [Code]

        static let schema = ViewSchema<Self>(
            "answer",
            [
                .text("access", \.access), .text("name", \.name), .code("parameters", \.parameters),
                .text("result", \.result), .codes("value", \.value),
            ]
        )
    }
}

/// Samples as static members of their types, and as the responses of a server.
struct SampleViews: Sendable {
    let plan: Plan
    let samples: SamplePlan
    let types: TypeText

    private var text: SampleText { SampleText(types: types, samples: samples) }

    func sample(_ model: SamplePlan.Model) -> SampleView {
        // A value that is created with `Self` needs no type annotation.
        var value: Code = ": Self = \(text.text(model.value))"
        if case .structure(_, let arguments) = model.value { value = " = \(text.call("Self", arguments))" }
        return SampleView(
            type: types.name(of: model.id),
            access: plan.options.access.prefix,
            name: Escaping.identifier(model.name),
            value: value
        )
    }

    // MARK: Server

    func server() -> SampleServerView {
        let identity = plan.schemes(of: plan.operations).isEmpty ? "" : " where Identity == Void"
        return SampleServerView(
            documentation: Escaping.documentation(plan.api.sampleServerDocumentation),
            access: plan.options.access.prefix,
            name: plan.api.sampleServerName,
            base: plan.api.serverName + identity
        )
    }

    /// An operation that the sample server answers.
    struct Answered {
        var operation: OperationPlan
        var sample: SamplePlan.Operation
        var value: Code
    }

    /// The operations that the sample server answers. The others are left to its author.
    func answered() -> [Answered] {
        zip(plan.operations, samples.operations).compactMap { operation, sample in
            guard operation.isRouted, let value = value(sample.answer, of: operation) else { return nil }
            return Answered(operation: operation, sample: sample, value: value)
        }
    }

    func answers(to answered: [Answered]) -> SampleAnswersView? {
        let server = ServerViews(plan: plan, text: OperationText(plan: plan, types: types))
        let schemes = plan.schemes(of: plan.operations).filter { $0.kind != .undefined }.map { scheme in
            let isOptional = scheme.kind.readsRequest
            return SampleAnswersView.Answer(
                access: plan.options.access.prefix,
                name: "authenticate",
                parameters: .list(of: [server.credential(of: scheme)]),
                result: isOptional ? " -> Void?" : "",
                value: isOptional ? ["()"] : []
            )
        }
        let operations = answered.map { answered in
            SampleAnswersView.Answer(
                access: plan.options.access.prefix,
                name: Escaping.identifier(answered.operation.name),
                parameters: .list(of: server.arguments(of: answered.operation)),
                result: server.text.result(answered.operation),
                value: answered.value.isEmpty ? [] : [answered.value]
            )
        }
        let entries = schemes + operations
        if entries.isEmpty { return nil }
        return SampleAnswersView(
            server: types.qualified(plan.api.sampleServerName),
            entries: entries
        )
    }

    /// `nil` if the author of the server has to provide it.
    private func value(_ answer: SamplePlan.Answer, of operation: OperationPlan) -> Code? {
        switch (answer, operation.success) {
        case (.missing, _), (.output, .single): return nil
        case (.nothing, _): return .empty
        case (.value(let sample), _): return text.text(sample)
        case (.output(let position, let sample), .output(let index)):
            let response = plan.outputs[index].responses[position]
            let status: [Code] = response.status.isOpen ? ["\(response.status.typical)"] : []
            let values = status + [sample].compactMap { $0 }.map(text.text)
            let name = "." + Escaping.member(response.name)
            return values.isEmpty ? .text(name) : "\(name)(\(.list(values)))"
        }
    }
}
