import ApusPlanning

/// Checks of declarations as views of the validator template.
struct ValidatorViews: Sendable {
    let plan: Plan
    let types: TypeText

    func validator(_ check: Check, of declaration: Declaration) -> View {
        let isObject = if case .object = check { true } else { false }
        let parameter = isObject ? "object" : "value"
        return View([
            "name": types.name(of: declaration.id),
            "access": plan.options.access.prefix,
            "parameter": parameter,
            "lines": CheckText(types: types).statements(check, receiver: parameter),
        ])
    }
}
