import ApusPlanning

extension PlanRendering {
    func validators() -> [RenderedDeclaration] {
        let views = ValidatorViews(plan: plan, types: outside)
        let others = plan.validators.map { validator in
            RenderedDeclaration(
                name: validator.name,
                text: templates.schemaValidator.render(views.validator(validator)),
                usesFoundation: false
            )
        }
        let ofDeclarations = plan.declarations.compactMap { declaration in
            declaration.check.map { check in
                RenderedDeclaration(
                    name: inside.name(of: declaration.id),
                    text: templates.validator.render(views.validator(check, of: declaration)),
                    usesFoundation: false,
                    isExtension: true
                )
            }
        }
        return (ofDeclarations + others).sorted { $0.name < $1.name }
    }
}

/// The validator of a declaration.
struct ValidatorView: TemplateView {
    var name: String
    var access: String
    /// `object`, `value`
    var parameter: String
    /// `required("name") { $0.string() }`
    var calls: [Code]

    static let schema = ViewSchema<Self>(
        "validator",
        [
            .text("name", \.name), .text("access", \.access), .text("parameter", \.parameter),
            .codes("calls", \.calls),
        ]
    )
}

/// A validator that belongs to no declaration.
struct SchemaValidatorView: TemplateView {
    var name: String
    var access: String
    /// `required("name") { $0.string() }`
    var calls: [Code]

    static let schema = ViewSchema<Self>(
        "validator", [.text("name", \.name), .text("access", \.access), .codes("calls", \.calls)]
    )
}

/// Checks of declarations as views of the validator template.
struct ValidatorViews: Sendable {
    let plan: Plan
    let types: TypeText

    func validator(_ check: Check, of declaration: Declaration) -> ValidatorView {
        let isObject = if case .structure(let structure) = declaration.kind { structure.codec == .json } else { false }
        let parameter = isObject ? "object" : "value"
        return ValidatorView(
            name: types.name(of: declaration.id),
            access: plan.options.access.prefix,
            parameter: parameter,
            calls: CheckText(types: types).calls(check, isInObject: isObject)
        )
    }

    /// A validator that belongs to no declaration.
    func validator(_ validator: SchemaValidator) -> SchemaValidatorView {
        SchemaValidatorView(
            name: validator.name,
            access: plan.options.access.prefix,
            calls: CheckText(types: types).calls(validator.check)
        )
    }
}
