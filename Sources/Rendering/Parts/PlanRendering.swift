import ApusPlanning

/// The declarations of each part.
struct PlanRendering: Sendable {
    let plan: Plan
    let templates: TemplateSet
    /// For declarations in the namespace, and for extensions, which are outside it.
    let inside: TypeText
    let outside: TypeText

    init(plan: Plan, templates: TemplateSet) {
        self.plan = plan
        self.templates = templates
        inside = TypeText(plan: plan)
        outside = TypeText(plan: plan, qualifier: plan.namespace)
    }

    func declarations(of part: PlanOptions.Part) -> [RenderedDeclaration] {
        switch part {
        case .models: models()
        case .validators: validators()
        case .client: client()
        case .server: server()
        case .samples: samples()
        }
    }

    func rendered(_ name: String, _ text: Code, types: [TypeReference]) -> RenderedDeclaration {
        RenderedDeclaration(
            name: name,
            text: text,
            usesFoundation: types.contains(where: \.usesFoundation),
            modules: Set(types.flatMap(\.modules))
        )
    }
}
