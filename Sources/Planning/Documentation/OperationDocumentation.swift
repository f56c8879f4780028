extension OperationPlan {
    /// `- Parameters:` with the parameters and the body that have something to tell.
    package var parameterDocumentation: [String] {
        Documentation.parameters(parameters.compactMap(\.documentation) + [body?.documentation].compactMap { $0 })
    }
}
