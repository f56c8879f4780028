/// The uses of types in operations.
struct TypeUses {
    var operations: [OperationPlan] = []
    var failures: [FailurePlan] = []
    var outputs: [OutputPlan] = []
    var responseTypes: [ResponseTypePlan] = []

    /// The directions in which values of declarations are sent, at any depth of a request or response.
    ///
    /// Needs every draft.
    func usage(of drafts: Drafts) -> TypeUsage {
        var usage = TypeUsage()
        func spread(_ direction: Usage, from type: TypeReference) {
            var pending = type.declared
            while let id = pending.popLast() {
                guard !usage[id].contains(direction) else { continue }
                usage[id].insert(direction)
                pending += drafts.content(id).contents.flatMap(\.declared)
            }
        }
        for operation in operations {
            for parameter in operation.parameters { spread(.request, from: parameter.type) }
            for content in operation.body?.contents ?? [] { spread(.request, from: content.type) }
            if case .single(let response) = operation.success { spread(.response, from: response.type) }
        }
        for response in failures.flatMap(\.responses) + outputs.flatMap(\.responses) {
            spread(.response, from: response.type)
        }
        for header in responseTypes.flatMap(\.headers) { spread(.response, from: header.type) }
        return usage
    }
}
