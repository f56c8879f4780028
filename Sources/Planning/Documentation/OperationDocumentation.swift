extension OperationPlan {
    /// `- Parameters:` with those of the parameters and the body that have documentation.
    package var parameterDocumentation: [String] {
        Documentation.parameters(parameters.compactMap(\.documentation) + [body?.documentation].compactMap { $0 })
    }
}
