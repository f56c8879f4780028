import ApusPlanning

/// The imports that the types in signatures need.
extension PlanRendering {
    func usesFoundation(_ operations: [OperationPlan]) -> Bool {
        types(of: operations).contains(where: \.usesFoundation)
    }

    func modules(_ operations: [OperationPlan]) -> Set<String> { Set(types(of: operations).flatMap(\.modules)) }

    /// The types in the signatures of operations.
    func types(of operations: [OperationPlan]) -> [TypeReference] {
        operations.flatMap { operation in
            var types = operation.parameters.map(\.type)
            if case .type(let type) = operation.body?.value { types.append(type) }
            if case .single(let response) = operation.success, response.value == nil { types.append(response.type) }
            return types
        }
    }
}

extension TypeReference {
    var modules: [String] {
        switch self {
        case .builtin, .declared: []
        case .external(let type): [type.module].compactMap { $0 }
        case .dictionary(let value, let key): key.modules + value.modules
        case .array(let inner), .optional(let inner), .nullable(let inner), .generic(_, let inner): inner.modules
        }
    }

    var usesRuntime: Bool {
        switch self {
        case .builtin(let builtin): builtin.needsRuntime
        case .declared, .external: false
        case .nullable, .generic: true
        case .dictionary(let value, let key): key.usesRuntime || value.usesRuntime
        case .array(let inner), .optional(let inner): inner.usesRuntime
        }
    }

    var usesFoundation: Bool {
        switch self {
        case .builtin(let builtin): builtin.needsFoundation
        case .declared, .external: false
        case .dictionary(let value, let key): key.usesFoundation || value.usesFoundation
        case .array(let inner), .optional(let inner), .nullable(let inner), .generic(_, let inner):
            inner.usesFoundation
        }
    }
}
