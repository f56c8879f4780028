import ApusPlanning

/// The documented failures of operations.
struct FailureView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    var responses: [ResponseView]
    /// The table by which a reader recognises the responses.
    var table: Code

    static let schema = ViewSchema<Self>(
        "failure",
        [
            .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
            .views("responses", \.responses), .code("table", \.table),
        ]
    )
}

/// The documented successes of an operation that has several.
struct OutputView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    var responses: [ResponseView]

    static let schema = ViewSchema<Self>(
        "output",
        [
            .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
            .views("responses", \.responses),
        ]
    )
}

/// One of several responses, as a case.
struct ResponseView: TemplateView {
    var documentation: [String]
    var name: String
    /// The name after a full stop.
    var label: String
    /// `(Int, Pet)`
    var payload: String
    /// `(let status, let body)`
    var pattern: String
    /// `.json(status, body)`
    var answer: Code

    static let schema = ViewSchema<Self>(
        "response",
        [
            .lines("documentation", \.documentation), .text("name", \.name), .text("label", \.label),
            .text("payload", \.payload), .text("pattern", \.pattern), .code("answer", \.answer),
        ]
    )
}

/// A body with a choice of types.
struct RequestBodyView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    var cases: [Case]

    static let schema = ViewSchema<Self>(
        "body",
        [
            .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
            .views("cases", \.cases),
        ]
    )

    struct Case: TemplateView {
        var name: String
        var type: String

        static let schema = ViewSchema<Self>("case", [.text("name", \.name), .text("type", \.type)])
    }
}

extension OperationText {
    func failure(_ failure: FailurePlan) -> FailureView {
        FailureView(
            documentation: Escaping.documentation(failure.documentation),
            access: plan.options.access.prefix,
            name: Escaping.identifier(failure.name),
            responses: failure.responses.map(response),
            table: .elements(failure.responses.map(tableEntry))
        )
    }

    func output(_ output: OutputPlan) -> OutputView {
        OutputView(
            documentation: Escaping.documentation(output.documentation),
            access: plan.options.access.prefix,
            name: Escaping.identifier(output.name),
            responses: output.responses.map(response)
        )
    }

    func body(_ body: BodyChoicePlan) -> RequestBodyView {
        RequestBodyView(
            documentation: Escaping.documentation(body.documentation),
            access: plan.options.access.prefix,
            name: Escaping.identifier(body.name),
            cases: body.contents.map { content in
                RequestBodyView.Case(
                    name: Escaping.identifier(content.name), type: types.text(content.type, in: nil)
                )
            }
        )
    }

    private func response(_ response: ResponsePlan) -> ResponseView {
        let hasStatus = response.status.isOpen
        let hasBody = !isEmpty(response)
        var payload: [String] = []
        var pattern: [String] = []
        if hasStatus {
            payload.append("Int")
            pattern.append("let status")
        }
        if hasBody {
            payload.append(self.payload(response))
            pattern.append("let body")
        }
        return ResponseView(
            documentation: Escaping.documentation(response.documentation),
            name: Escaping.identifier(response.name),
            label: Escaping.member(response.name),
            payload: payload.isEmpty ? "" : "(" + payload.joined(separator: ", ") + ")",
            pattern: pattern.isEmpty ? "" : "(" + pattern.joined(separator: ", ") + ")",
            answer: answer(response, status: response.status.code.map(String.init) ?? "status", body: "body")
        )
    }
}
