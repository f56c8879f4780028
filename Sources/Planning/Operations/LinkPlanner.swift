import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// The links of responses as methods of the client.
struct LinkPlanner {
    let document: Document
    let declarations: [Declaration]
    let names: OperationNames
    let diagnostics: Diagnostics
    let operations: [OperationPlan]
    let outputs: [OutputPlan]
    let responseTypes: [ResponseTypePlan]
    private let indices: [String: Int]

    init(
        document: Document,
        declarations: [Declaration],
        names: OperationNames,
        operations: [OperationPlan],
        outputs: [OutputPlan],
        responseTypes: [ResponseTypePlan],
        diagnostics: Diagnostics
    ) {
        self.document = document
        self.declarations = declarations
        self.names = names
        self.operations = operations
        self.outputs = outputs
        self.responseTypes = responseTypes
        self.diagnostics = diagnostics
        indices = Dictionary(operations.indices.map { (operations[$0].name, $0) }) { first, _ in first }
    }

    func links() -> [LinkPlan] {
        var links: [LinkPlan] = []
        for path in document.paths {
            for operation in path.item.operations {
                guard let source = indices[names[operation, path]] else { continue }
                for response in operation.responses {
                    for entry in document.resolve(response.value)?.links ?? OrderedMap() {
                        guard let link = document.resolve(entry.value) else { continue }
                        add(entry.key, link, status: response.key, of: source, at: entry.location, to: &links)
                    }
                }
            }
        }
        return links
    }

    /// Equal links of several operations become one method; the names of different links with one name include the operation.
    private func add(
        _ key: String, _ link: Link, status: String, of source: Int, at location: SourceLocation,
        to links: inout [LinkPlan]
    ) {
        do throws(Refusal) {
            var plan = try plan(key, link, status: status, of: operations[source])
            let isFree = indices[plan.name] == nil || plan.arguments.contains { $0.label != nil }
            if let known = links.first(where: { $0.name == plan.name && $0.arguments == plan.arguments }) {
                if known.target == plan.target, known.values == plan.values { return }
                plan.name = operations[source].name + SwiftName.type(key)
            } else if !isFree {
                plan.name = operations[source].name + SwiftName.type(key)
            }
            if links.contains(where: { $0.name == plan.name && $0.arguments == plan.arguments }) {
                throw Refusal("another link has the same name")
            }
            links.append(plan)
        } catch {
            diagnostics.report(
                .unsupportedLink, "the link `\(key)` is not generated: \(error.reason)", at: location
            )
        }
    }

    private struct Refusal: Error {
        let reason: String

        init(_ reason: String) { self.reason = reason }
    }

    private func plan(
        _ key: String, _ link: Link, status: String, of source: OperationPlan
    ) throws(Refusal) -> LinkPlan {
        let index = try target(of: link)
        let target = operations[index]
        let planner = ExpressionPlanner(
            declarations: declarations, operation: source, answer: answer(of: source, status: status))
        var sources: [ArgumentPlan] = []
        var open: [ArgumentPlan] = []
        var values: [LinkPlan.Value] = []
        for parameter in target.parameters {
            let entry =
                link.parameters.first { $0.key == "\(parameter.location.rawValue).\(parameter.key)" }
                ?? link.parameters.first { $0.key == parameter.key }
            guard let entry else {
                open.append(Self.argument(for: parameter))
                values.append(.init(label: parameter.name, source: .argument(parameter.name)))
                continue
            }
            let value = try value(entry.value, for: parameter, planner, &sources)
            values.append(.init(label: parameter.name, source: value))
        }
        if let body = target.body {
            guard let type = body.argumentType else {
                throw Refusal("the body of `\(target.name)` may be of several types")
            }
            if let node = link.requestBody {
                let isJSON = body.contents.first?.content.kind.isStructured == true
                let value = try value(ofBody: node, type: type.unwrapped, isJSON: isJSON, planner, &sources)
                values.append(.init(label: "body", source: value))
            } else {
                open.append(ArgumentPlan(name: "body", type: type, default: body.isRequired ? nil : .nil))
                values.append(.init(label: "body", source: .argument("body")))
            }
        } else if link.requestBody != nil {
            throw Refusal("`\(target.name)` has no request body")
        }
        for entry in link.parameters where !target.parameters.contains(where: { Self.names($0, entry.key) }) {
            throw Refusal("`\(target.name)` has no parameter `\(entry.key)`")
        }
        return LinkPlan(
            name: OperationNames.reserved(SwiftName.member(key)),
            arguments: sources.map { Self.labelled($0, beside: open) } + open,
            target: index,
            values: values,
            server: link.server?.substituted,
            documentation: Documentation.paragraphs(
                link.description
                    ?? "`\(target.name)` with values from the request and the response of `\(source.name)`."
            )
        )
    }

    // MARK: Targets

    private func target(of link: Link) throws(Refusal) -> Int {
        for path in document.paths {
            for operation in path.item.operations {
                let isNamed = link.operationID.map { $0.value == operation.operationID?.value } ?? false
                let pointer = JSONPointer(tokens: ["paths", path.template, operation.method.lowercased()])
                let isReferred = link.operationRef.map { Self.tokens($0.value) == pointer.tokens } ?? false
                if isNamed || isReferred, let index = indices[names[operation, path]] { return index }
            }
        }
        throw Refusal("its operation is not in the document")
    }

    private static func tokens(_ reference: String) -> [String]? {
        guard let fragment = URIReference(reference).fragment, reference.hasPrefix("#") else { return nil }
        return JSONPointer(fragment: fragment)?.tokens
    }

    private static func names(_ parameter: ParameterPlan, _ key: String) -> Bool {
        key == parameter.key || key == "\(parameter.location.rawValue).\(parameter.key)"
    }

    // MARK: Arguments

    /// The operation's response with the status that has the link.
    private func answer(of source: OperationPlan, status: String) -> ExpressionPlanner.Answer? {
        let status = ResponsePlan.Status(key: status)
        let answers = source.successes(outputs).filter { $0.status == status && !$0.isAlternative }
        return answers.first.map { .init($0, types: responseTypes) }
    }

    private static func argument(for parameter: ParameterPlan) -> ArgumentPlan {
        switch parameter.presence {
        case .required: ArgumentPlan(name: parameter.name, type: parameter.type)
        case .optional: ArgumentPlan(name: parameter.name, type: .optional(parameter.type), default: .nil)
        }
    }

    /// `of response: Pet`; an argument that both operations have gets a label that says which one it belongs to.
    private static func labelled(_ argument: ArgumentPlan, beside open: [ArgumentPlan]) -> ArgumentPlan {
        var argument = argument
        if argument.name == "response" {
            argument.label = "of"
        } else if open.contains(where: { $0.name == argument.name }) {
            argument.label = "requested" + argument.name.prefix(1).uppercased() + argument.name.dropFirst()
        }
        return argument
    }

    // MARK: Values

    private func value(
        _ node: Node, for parameter: ParameterPlan, _ planner: ExpressionPlanner, _ sources: inout [ArgumentPlan]
    ) throws(Refusal) -> LinkPlan.Value.Source {
        guard let text = node.string, text.contains("$") else {
            guard let literal = declarations.literal(node, type: parameter.type) else {
                throw Refusal("`\(parameter.key)` has a value of the wrong type")
            }
            return .literal(literal)
        }
        guard let expression = RuntimeExpression(Self.withoutBraces(text)) else {
            throw Refusal("`\(text)` is not a single runtime expression")
        }
        if let constant = planner.constant(expression) {
            let node = Node(.string(constant), at: node.location)
            guard let literal = declarations.literal(node, type: parameter.type) else {
                throw Refusal("`\(text)` does not have the type of `\(parameter.key)`")
            }
            return .literal(literal)
        }
        guard let value = planner.value(expression) else { throw Refusal("the types do not say what `\(text)` is") }
        if !sources.contains(value.argument) { sources.append(value.argument) }
        var plan = value.plan
        if !declarations.areEqual(value.type, parameter.type) {
            guard declarations.areEqual(parameter.type, .builtin(.string)), let text = planner.text(value) else {
                throw Refusal("`\(text)` does not have the type of `\(parameter.key)`")
            }
            plan = text
        }
        guard plan.isOptional, parameter.presence != .optional else { return .value(plan) }
        return .required(plan, local: SwiftName.member("linked \(parameter.key)"))
    }

    private func value(
        ofBody node: Node, type: TypeReference, isJSON: Bool, _ planner: ExpressionPlanner,
        _ sources: inout [ArgumentPlan]
    ) throws(Refusal) -> LinkPlan.Value.Source {
        guard let text = node.string, text.contains("$") else {
            // "A literal value or {expression}"
            if type == .builtin(.string), let text = node.string { return .literal(.string(text)) }
            guard isJSON else { throw Refusal("its body is not JSON") }
            return .json(node.jsonText(), type, local: "linkedBody")
        }
        let expression = RuntimeExpression(Self.withoutBraces(text))
        if type == .builtin(.string), let constant = expression.flatMap(planner.constant) {
            return .literal(.string(constant))
        }
        guard let value = expression.flatMap(planner.value) else {
            throw Refusal("the types do not say what its body is")
        }
        guard declarations.areEqual(value.type, type) else {
            throw Refusal("`\(text)` does not have the type of the body")
        }
        if !sources.contains(value.argument) { sources.append(value.argument) }
        return value.plan.isOptional ? .required(value.plan, local: "linkedBody") : .value(value.plan)
    }

    private static func withoutBraces(_ text: String) -> Substring {
        text.hasPrefix("{$") && text.hasSuffix("}") ? text.dropFirst().dropLast() : text[...]
    }
}
