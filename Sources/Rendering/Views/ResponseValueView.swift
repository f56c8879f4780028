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
    /// `.header("ETag", eTag)`
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
        /// The name behind a full stop.
        var member: String
        var type: String
        /// `eTag = try response.requiredHeader("ETag")`
        var read: Code

        static let schema = ViewSchema<Self>(
            "property",
            [
                .lines("documentation", \.documentation), .text("name", \.name), .text("member", \.member),
                .text("type", \.type), .code("read", \.read),
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
        return ResponseValueView(
            documentation: Escaping.documentation(response.documentation),
            access: plan.options.access.prefix,
            name: Escaping.identifier(response.name),
            properties: properties.map(view),
            parameters: .list(of: properties.map(\.parameter)),
            answer: text.answer(response.content, status: "status", body: "body"),
            isStream: response.content?.kind.isWhole == false,
            headers: response.headers.map { header in
                ".header(\(.list(of: arguments(header, beside: [Escaping.identifier(header.name)]))))"
            }
        )
    }

    private struct Property {
        var documentation: [String]
        var name: String
        var type: String
        var parameter: String
        /// `try response.requiredHeader("ETag")`
        var value: Code
    }

    private func body(_ response: ResponseTypePlan) -> Property? {
        guard let content = response.content else { return nil }
        let type = text.types.text(response.type, in: nil)
        return Property(
            documentation: [],
            name: "body",
            type: type,
            parameter: "body: \(type)",
            value: "\(content.kind.canFail ? "try " : "")response.\(content.answerFunction)"
                + "(\(.list(text.encoding(content))))\(text.closure(response.check))"
        )
    }

    private func property(_ header: HeaderPlan) -> Property {
        let type = text.types.text(header.type, in: nil) + (header.isRequired ? "" : "?")
        let name = Escaping.identifier(header.name)
        let call: Code = "(\(.list(of: arguments(header, beside: []))))"
        return Property(
            documentation: header.documentation,
            name: header.name,
            type: type,
            parameter: "\(name): \(type)" + (header.isRequired ? "" : " = nil"),
            value: header.isRequired ? "try response.requiredHeader\(call)" : "response.header\(call)"
        )
    }

    private func arguments(_ header: HeaderPlan, beside more: [String]) -> [String] {
        var arguments = [Escaping.stringLiteral(header.key)] + more
        if header.isJSON { arguments.append("style: .json") }
        if header.explode { arguments.append("explode: true") }
        return arguments
    }

    private func view(_ property: Property) -> ResponseValueView.Property {
        let name = Escaping.identifier(property.name)
        return ResponseValueView.Property(
            documentation: Escaping.documentation(property.documentation),
            name: name,
            member: Escaping.member(property.name),
            type: property.type,
            read: "\(name) = \(property.value)"
        )
    }
}
