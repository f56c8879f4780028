import ApusPlanning

/// A response with declared headers.
struct ResponseValueView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    /// The body and the headers.
    var properties: [Property]
    var parameters: Code
    /// `.json(status, body)`
    var answer: Code
    var isStream: Bool
    /// The arguments from which each header is written: `"ETag", eTag`
    var headers: [Code]

    static let schema = ViewSchema<Self>(
        "value",
        [
            .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
            .views("properties", \.properties), .code("parameters", \.parameters), .code("answer", \.answer),
            .flag("isStream", \.isStream), .codes("headers", \.headers),
        ]
    )

    struct Property: TemplateView {
        var documentation: [String]
        var name: String
        /// The name after a full stop.
        var member: String
        var type: String
        /// Whether reading it may fail.
        var canFail: Bool
        /// `requiredHeader`
        var reader: String
        var arguments: Code
        var check: Code

        static let schema = ViewSchema<Self>(
            "property",
            [
                .lines("documentation", \.documentation), .text("name", \.name), .text("member", \.member),
                .text("type", \.type), .flag("canFail", \.canFail), .text("reader", \.reader),
                .code("arguments", \.arguments), .code("check", \.check),
            ]
        )
    }
}

/// Responses with declared headers as structs.
struct ResponseViews: Sendable {
    let plan: Plan
    let text: OperationText

    func value(_ response: ResponseTypePlan) -> ResponseValueView {
        let properties = [body(response)].compactMap { $0 } + response.headers.map(property)
        let isOptional = (response.content == nil ? [] : [false]) + response.headers.map { !$0.isRequired }
        let parameters = zip(properties, isOptional).map { "\($0.name): \($0.type)\($1 ? " = nil" : "")" }
        return ResponseValueView(
            documentation: Escaping.documentation(response.documentation),
            access: plan.options.access.prefix,
            name: Escaping.identifier(response.name),
            properties: properties,
            parameters: .list(of: parameters),
            answer: text.answer(response.content, status: "status", body: "body"),
            isStream: response.content?.kind.isWhole == false,
            headers: response.headers.map { header in
                .list(of: arguments(header, beside: [Escaping.identifier(header.name)]))
            }
        )
    }

    private func body(_ response: ResponseTypePlan) -> ResponseValueView.Property? {
        guard let content = response.content else { return nil }
        return ResponseValueView.Property(
            documentation: [],
            name: "body",
            member: "body",
            type: text.types.text(response.type, in: nil),
            canFail: content.kind.canFail,
            reader: content.answerFunction,
            arguments: .list(text.encoding(content)),
            check: text.closure(response.check)
        )
    }

    private func property(_ header: HeaderPlan) -> ResponseValueView.Property {
        ResponseValueView.Property(
            documentation: Escaping.documentation(header.documentation),
            name: Escaping.identifier(header.name),
            member: Escaping.member(header.name),
            type: text.types.text(header.type, in: nil) + (header.isRequired ? "" : "?"),
            canFail: header.isRequired || header.check != nil,
            reader: header.isRequired ? "requiredHeader" : "header",
            arguments: .list(of: arguments(header, beside: [])),
            check: text.closure(header.check)
        )
    }

    private func arguments(_ header: HeaderPlan, beside more: [String]) -> [String] {
        var arguments = [Escaping.stringLiteral(header.key)] + more
        if header.isJSON { arguments.append("style: .json") }
        if header.explode { arguments.append("explode: true") }
        return arguments
    }
}
