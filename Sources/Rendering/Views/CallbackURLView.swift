import ApusPlanning

/// The URL of a callback.
struct CallbackURLView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    var parameters: Code
    /// `String?` if a value may be missing.
    var result: String
    /// `let url = body.url`, for each value that may be missing.
    var conditions: Code
    var url: String

    static let schema = ViewSchema<Self>(
        "callback",
        [
            .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
            .code("parameters", \.parameters), .text("result", \.result), .code("conditions", \.conditions),
            .text("url", \.url),
        ]
    )
}

/// Values that runtime expressions refer to.
extension ClientViews {
    func url(_ callback: CallbackURLPlan) -> CallbackURLView {
        CallbackURLView(
            documentation: Escaping.documentation(callback.documentation),
            access: plan.options.access.prefix,
            name: Escaping.identifier(callback.name),
            parameters: .list(callback.arguments.map(argument)),
            result: callback.isOptional ? "String?" : "String",
            conditions: .list(of: callback.parts.compactMap(condition)),
            url: url(of: callback.parts)
        )
    }

    private func condition(_ part: CallbackURLPlan.Part) -> String? {
        guard case .value(let value, let local?) = part else { return nil }
        let name = Escaping.identifier(local)
        return text(of: value) == name ? "let \(name)" : "let \(name) = \(text(of: value))"
    }

    private func url(of parts: [CallbackURLPlan.Part]) -> String {
        if parts.count == 1, case .value(let value, _) = parts[0] { return text(of: value) }
        return Escaping.interpolation(
            parts.map { part in
                switch part {
                case .literal(let text): .text(text)
                case .value(let value, let local): .expression(local.map(Escaping.identifier) ?? text(of: value))
                }
            })
    }

    func argument(_ argument: ArgumentPlan) -> Code {
        let label = argument.label.map { Escaping.declaredLabel($0) + " " } ?? ""
        let value: Code = argument.default.map { " = \(TypeText.text($0))" } ?? .empty
        let name = label.isEmpty ? Escaping.identifier(argument.name) : label + Escaping.identifier(argument.name)
        let type =
            argument.response.map { text.types.qualified(Escaping.identifier(plan.responseTypes[$0].name)) }
            ?? text.types.text(argument.type, in: nil)
        return "\(name): \(type)\(value)"
    }

    /// `body.customer?.id`
    func text(of value: ValuePlan) -> String {
        let path = value.steps.map { ($0.followsOptional ? "?." : ".") + Escaping.member($0.property) }.joined()
        let text = Escaping.identifier(value.root) + path
        switch value.conversion {
        case .none: return text
        case .rawValue: return text + (value.endsOptional ? "?" : "") + ".rawValue"
        case .absoluteString: return text + (value.endsOptional ? "?" : "") + ".absoluteString"
        case .text:
            if !value.isOptional { return "String(\(text))" }
            return (value.endsOptional ? text : "(\(text))") + ".map(String.init)"
        }
    }
}
