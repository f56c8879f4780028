import ApusPlanning

/// Samples as Swift expressions whose types are known from the context.
package struct SampleText {
    let types: TypeText
    let samples: SamplePlan

    /// A sample of a plan as it is written outside its namespace, on one line.
    package static func text(_ sample: Sample, in plan: Plan) -> String {
        let samples = plan.samples ?? SamplePlan(models: [], operations: [])
        let text = SampleText(types: TypeText(plan: plan, qualifier: plan.namespace), samples: samples)
        return Layout.flat(text.text(sample))
    }

    func text(_ sample: Sample) -> Code {
        switch sample {
        case .literal(let literal): TypeText.text(literal)
        case .array(let elements): "[\(.elements(elements.map(text)))]"
        case .dictionary(let members): dictionary(members.map { ($0.name, text($0.value)) })
        case .json(let value): json(value)
        case .date(let seconds): "Date(timeIntervalSince1970: \(Escaping.number(seconds)))"
        case .uuid(let text): "UUID(uuidString: \(Escaping.stringLiteral(text))) ?? UUID()"
        case .url(let text): "URL(string: \(Escaping.stringLiteral(text))) ?? URL(filePath: \"/\")"
        case .data(let data): self.data(data)
        case .decimal(let isNegative, let exponent, let significand):
            .text(
                "Decimal(sign: .\(isNegative ? "minus" : "plus"), exponent: \(exponent), "
                    + "significand: \(Escaping.number(significand)))"
            )
        case .file(let name, let type, let data):
            "FilePart(filename: \(Escaping.stringLiteral(name)), contentType: \(Escaping.stringLiteral(type)), "
                + "data: \(self.data(data)))"
        case .member(let id, let name, let isQualified): .text(owner(id, isQualified) + "." + Escaping.member(name))
        case .rawValue(let id, let value): "\(types.name(of: id))(rawValue: \(Escaping.stringLiteral(value)))"
        case .shared(let id): .text("." + (samples.name(of: id) ?? "sample"))
        case .response(let index, let arguments):
            call(types.qualified(Escaping.identifier(types.plan.responseTypes[index].name)), arguments)
        case .structure(let id, let arguments): call(types.name(of: id), arguments)
        case .union(let id, let name, let value, let isQualified):
            "\(owner(id, isQualified)).\(Escaping.member(name))(\(.list([text(value)])))"
        case .nullable(nil): ".null"
        case .nullable(let value?): ".value(\(.list([text(value)])))"
        }
    }

    func call(_ function: String, _ arguments: [SampleArgument]) -> Code {
        let list = arguments.map { "\(Escaping.label($0.name)): \(text($0.value))" as Code }
        return "\(function)(\(.list(list)))"
    }

    private func owner(_ id: DeclarationID, _ isQualified: Bool) -> String { isQualified ? types.name(of: id) : "" }

    private func dictionary(_ members: [(String, Code)]) -> Code {
        if members.isEmpty { return "[:]" }
        return "[\(.elements(members.map { "\(Escaping.stringLiteral($0.0)): \($0.1)" }))]"
    }

    private func data(_ data: DataSample) -> Code {
        switch data {
        case .text(let text): "Data(\(Escaping.stringLiteral(text)).utf8)"
        case .bytes(let bytes): "Data([\(.elements(of: bytes.map(String.init)))])"
        }
    }

    private func json(_ value: JSONSample) -> Code {
        switch value {
        case .null: ".null"
        case .bool(let value): value ? "true" : "false"
        case .number(let text): .text(Escaping.number(text))
        case .string(let text): .text(Escaping.stringLiteral(text))
        case .array(let elements): "[\(.elements(elements.map(json)))]"
        case .object(let members): dictionary(members.map { ($0.name, json($0.value)) })
        }
    }
}

extension SamplePlan.Answer {
    /// Whether the expression names a type of Foundation.
    var usesFoundation: Bool {
        switch self {
        case .value(let sample): sample.usesFoundation
        case .output(_, let sample): sample?.usesFoundation ?? false
        case .nothing, .missing: false
        }
    }
}

extension Sample {
    /// Whether the expression names a type of Foundation.
    var usesFoundation: Bool {
        switch self {
        case .date, .uuid, .url, .data, .decimal, .file: true
        case .literal, .json, .member, .rawValue, .shared: false
        case .array(let elements): elements.contains(where: \.usesFoundation)
        case .dictionary(let members), .structure(_, let members), .response(_, let members):
            members.contains { $0.value.usesFoundation }
        case .union(_, _, let value, _): value.usesFoundation
        case .nullable(let value): value?.usesFoundation ?? false
        }
    }
}
