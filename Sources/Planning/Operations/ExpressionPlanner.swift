import ApusOpenAPI

/// Runtime expressions as values of Swift: `$response.body#/owner/id` -> `response.owner?.id`.
///
/// What the types do not describe (an undeclared header, a place in free-form JSON, an element of a list) has no such value.
struct ExpressionPlanner {
    let declarations: [Declaration]
    /// The operation whose request and response the values come from.
    let operation: OperationPlan
    /// The operation's response, if it has a body or headers.
    let answer: Answer?
    /// Whether the values are those of the server's handler, in which the defaults of parameters are filled in.
    var isServer = false

    /// A response as its caller receives it.
    struct Answer {
        /// The type of the body, if it is JSON.
        var body: TypeReference?
        /// For a response with headers, an index into `Plan.responseTypes`.
        var value: Int?
        var headers: [HeaderPlan] = []
        /// The status, if there is only one.
        var status: Int?

        init(_ response: ResponsePlan, types: [ResponseTypePlan]) {
            if response.content?.kind == .json { body = response.type }
            value = response.value
            headers = response.value.map { types[$0].headers } ?? []
            if case .code(let code) = response.status { status = code }
        }
    }

    struct Value {
        var plan: ValuePlan
        var argument: ArgumentPlan
        /// The type of the value itself, without `Optional`.
        var type: TypeReference
    }

    /// The value, if it is known without a request.
    func constant(_ expression: RuntimeExpression) -> String? {
        switch expression {
        case .method: operation.unusualMethod ?? operation.method.uppercased()
        case .statusCode: answer?.status.map(String.init)
        case .url, .request, .response: nil
        }
    }

    func value(_ expression: RuntimeExpression) -> Value? {
        switch expression {
        case .method, .statusCode, .response(.query), .response(.path): return nil
        case .url:
            let isTaken = operation.parameters.contains { $0.name == "requestURL" }
            return isTaken ? nil : follow([], from: ArgumentPlan(name: "requestURL", type: .builtin(.string)))
        case .request(.header(let name)): return parameter(name, in: .header)
        case .request(.query(let name)): return parameter(name, in: .query)
        case .request(.path(let name)): return parameter(name, in: .path)
        case .request(.body(let tokens)):
            guard let body = operation.body, body.contents.first?.content.kind == .json, let type = body.argumentType
            else { return nil }
            return follow(tokens, from: ArgumentPlan(name: "body", type: type))
        case .response(.body(let tokens)):
            guard let answer, let body = answer.body else { return nil }
            let argument = ArgumentPlan(name: "response", type: body, response: answer.value)
            let steps = answer.value == nil ? [] : [ValuePlan.Step(property: "body", followsOptional: false)]
            return follow(tokens, from: argument, after: steps, type: body)
        case .response(.header(let name)):
            guard let answer, let header = answer.headers.first(where: { $0.key.lowercased() == name.lowercased() })
            else { return nil }
            let argument = ArgumentPlan(name: "response", type: answer.body ?? .builtin(.void), response: answer.value)
            let step = ValuePlan.Step(property: header.name, followsOptional: false)
            return follow(
                [], from: argument, after: [step], type: header.isRequired ? header.type : .optional(header.type)
            )
        }
    }

    private func parameter(_ name: String, in location: ParameterPlan.Location) -> Value? {
        let found = operation.parameters.first { parameter in
            guard parameter.location == location else { return false }
            return location == .header ? parameter.key.lowercased() == name.lowercased() : parameter.key == name
        }
        guard let found else { return nil }
        let isFilledIn = isServer && found.defaultValue != nil
        let type = found.presence == .optional && !isFilledIn ? .optional(found.type) : found.type
        return follow([], from: ArgumentPlan(name: found.name, type: type))
    }

    /// Follows the path through the properties of the declared types.
    private func follow(
        _ tokens: [String], from argument: ArgumentPlan, after steps: [ValuePlan.Step] = [], type: TypeReference? = nil
    ) -> Value? {
        var steps = steps
        var type = type ?? argument.type
        var isOptional = false
        var followsOptional = false
        func unwrap() {
            while true {
                switch type {
                case .optional(let wrapped): (type, isOptional, followsOptional) = (wrapped, true, true)
                case .nullable(let wrapped):
                    steps.append(.init(property: "value", followsOptional: followsOptional))
                    (type, isOptional, followsOptional) = (wrapped, true, true)
                case .declared(let id):
                    guard let target = declarations.alias(id) else { return }
                    type = target
                case .builtin, .external, .array, .dictionary, .generic: return
                }
            }
        }
        unwrap()
        for token in tokens {
            guard case .declared(let id) = type, case .structure(let structure) = declarations[id.index].kind,
                let property = structure.properties.first(where: { $0.key == token })
            else { return nil }
            let name = property.defaultAccessor?.name ?? property.name
            steps.append(.init(property: name, followsOptional: followsOptional))
            (type, followsOptional) = (property.accessedType, false)
            unwrap()
        }
        let plan = ValuePlan(
            root: argument.name,
            steps: steps,
            isOptional: isOptional,
            endsOptional: followsOptional,
            conversion: .none
        )
        return Value(plan: plan, argument: argument, type: type)
    }

    /// The value as a string; `nil` if it has no such form.
    func text(_ value: Value) -> ValuePlan? {
        var plan = value.plan
        switch value.type {
        case .builtin(.string): break
        case .builtin(.url): plan.conversion = .absoluteString
        case .builtin(.int), .builtin(.int32), .builtin(.int64), .builtin(.uint32), .builtin(.uint64):
            plan.conversion = .text
        case .declared(let id):
            guard declarations.enumeration(id)?.raw == .string else { return nil }
            plan.conversion = .rawValue
        case .builtin, .external, .array, .dictionary, .optional, .nullable, .generic: return nil
        }
        return plan
    }
}
