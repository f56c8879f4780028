import ApusPlanning

extension PlanRendering {
    func validators() -> [RenderedDeclaration] {
        let views = ValidatorViews(plan: plan, types: outside)
        let others = plan.validators.map { validator in
            RenderedDeclaration(
                name: validator.name,
                text: render("SchemaValidator", "validator", views.validator(validator)),
                usesFoundation: false
            )
        }
        let ofDeclarations = plan.declarations.compactMap { declaration in
            declaration.check.map { check in
                RenderedDeclaration(
                    name: inside.name(of: declaration.id),
                    text: render("Validator", "validator", views.validator(check, of: declaration)),
                    usesFoundation: false,
                    isExtension: true
                )
            }
        }
        return (ofDeclarations + others).sorted { $0.name < $1.name }
    }
}
