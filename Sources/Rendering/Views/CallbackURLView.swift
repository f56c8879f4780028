import ApusPlanning

/// Where a callback goes.
struct CallbackURLView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    var parameters: Code
    /// `String?`, where a value may be missing.
    var result: String
    var lines: [Code]

    static let schema = ViewSchema<Self>(
        "callback",
        [
            .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
            .code("parameters", \.parameters), .text("result", \.result), .codes("lines", \.lines),
        ]
    )
}

/// Values that runtime expressions name.
extension ClientViews {
    func url(_ callback: CallbackURLPlan) -> CallbackURLView {
        let guards = callback.parts.compactMap { part -> ValuePlan? in
            if case .value(let value) = part, value.isOptional { value } else { nil }
        }
        let isOptional = !guards.isEmpty
        return CallbackURLView(
            documentation: Escaping.documentation(callback.documentation),
            access: plan.options.access.prefix,
            name: Escaping.identifier(callback.name),
            parameters: .list(callback.arguments.map(argument)),
            result: isOptional ? "String?" : "String",
            lines: lines(callback, isOptional: isOptional)
        )
    }

    private func lines(_ callback: CallbackURLPlan, isOptional: Bool) -> [Code] {
        if callback.parts.count == 1, case .value(let value) = callback.parts[0] { return [.text(text(of: value))] }
        var conditions: [String] = []
        var locals: Set<String> = []
        let parts = callback.parts.map { part -> Escaping.InterpolationPart in
            switch part {
            case .literal(let text): return .text(text)
            case .value(let value):
                // Interpolation makes text of a number by itself.
                var value = value
                if value.conversion == .text { value.conversion = .none }
                guard value.isOptional else { return .expression(text(of: value)) }
                var local = value.steps.last { $0.property != "value" }?.property ?? value.root
                while !locals.insert(local).inserted {
                    local = "next" + local.prefix(1).uppercased() + local.dropFirst()
                }
                let name = Escaping.identifier(local)
                conditions.append(text(of: value) == name ? "let \(name)" : "let \(name) = \(text(of: value))")
                return .expression(Escaping.identifier(local))
            }
        }
        let url = Escaping.interpolation(parts)
        if conditions.isEmpty { return [.text(url)] }
        return ["guard \(.list(of: conditions)) else { return nil }", "return \(url)"]
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
