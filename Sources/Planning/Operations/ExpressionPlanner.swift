import ApusOpenAPI

/// Runtime expressions as values of Swift: `$response.body#/owner/id` -> `response.owner?.id`.
///
/// What the types do not say (an undeclared header, a place in free-form JSON, an element of a list) has no such value.
struct ExpressionPlanner {
    let schemas: SchemaPlanner
    /// The operation that is asked and answers.
    let operation: OperationPlan
    /// What it answers, where that has a body.
    let response: TypeReference?

    struct Value {
        var plan: ValuePlan
        var argument: ArgumentPlan
        /// Of the value itself, without `Optional`.
        var type: TypeReference
    }

    func value(_ expression: RuntimeExpression) -> Value? {
        switch expression {
        case .url, .method, .statusCode, .response(.header), .response(.query), .response(.path): return nil
        case .request(.header(let name)): return parameter(name, in: .header)
        case .request(.query(let name)): return parameter(name, in: .query)
        case .request(.path(let name)): return parameter(name, in: .path)
        case .request(.body(let tokens)):
            guard let body = operation.body, case .json? = body.contents.first?.content, let type = body.argumentType
            else { return nil }
            return follow(tokens, from: ArgumentPlan(name: "body", type: type))
        case .response(.body(let tokens)):
            guard let response else { return nil }
            return follow(tokens, from: ArgumentPlan(name: "response", type: response))
        }
    }

    private func parameter(_ name: String, in location: ParameterPlan.Location) -> Value? {
        let found = operation.parameters.first { parameter in
            guard parameter.location == location else { return false }
            return location == .header ? parameter.key.lowercased() == name.lowercased() : parameter.key == name
        }
        guard let found else { return nil }
        let type = found.presence == .optional ? .optional(found.type) : found.type
        return follow([], from: ArgumentPlan(name: found.name, type: type))
    }

    /// Down the properties of the declared types.
    private func follow(_ tokens: [String], from argument: ArgumentPlan) -> Value? {
        var steps: [ValuePlan.Step] = []
        var type = argument.type
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
                    guard case .alias(let target) = schemas.declarations[id.index].kind else { return }
                    type = target
                case .builtin, .external, .array, .dictionary, .generic: return
                }
            }
        }
        unwrap()
        for token in tokens {
            guard case .declared(let id) = type, case .structure(let structure) = schemas.declarations[id.index].kind,
                let property = structure.properties.first(where: { $0.key == token })
            else { return nil }
            steps.append(.init(property: property.name, followsOptional: followsOptional))
            (type, followsOptional) = (property.type, false)
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

    /// The value as text, where it has one.
    func text(_ value: Value) -> ValuePlan? {
        var plan = value.plan
        switch value.type {
        case .builtin(.string): break
        case .builtin(.url): plan.conversion = .absoluteString
        case .builtin(.int), .builtin(.int32), .builtin(.int64), .builtin(.uint32), .builtin(.uint64):
            plan.conversion = .text
        case .declared(let id):
            guard case .enumeration(let enumeration) = schemas.declarations[id.index].kind, enumeration.raw == .string
            else { return nil }
            plan.conversion = .rawValue
        case .builtin, .external, .array, .dictionary, .optional, .nullable, .generic: return nil
        }
        return plan
    }
}
