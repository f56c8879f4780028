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
