import ApusPlanning

/// Checks of declarations as views of the validator template.
struct ValidatorViews: Sendable {
    let plan: Plan
    let types: TypeText

    func validator(_ check: Check, of declaration: Declaration) -> View {
        let isObject = if case .structure(let structure) = declaration.kind { structure.codec == .json } else { false }
        let parameter = isObject ? "object" : "value"
        return View([
            "name": types.name(of: declaration.id),
            "access": plan.options.access.prefix,
            "parameter": parameter,
            "lines": CheckText(types: types).statements(check, receiver: parameter, isInObject: isObject),
        ])
    }

    /// A validator that belongs to no declaration.
    func validator(_ validator: SchemaValidator) -> View {
        View([
            "name": validator.name,
            "access": plan.options.access.prefix,
            "lines": CheckText(types: types).statements(validator.check, receiver: "value"),
        ])
    }
}
