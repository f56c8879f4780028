import ApusPlanning

/// The declarations of each part.
struct PlanRendering: Sendable {
    let plan: Plan
    let templates: TemplateSet
    /// For what stands in the namespace, and for extensions, which stand outside of it.
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

extension Plan {
    /// The enum that holds the declarations, where there is one.
    package var namespace: String? {
        switch options.namespace {
        case .none: nil
        case .title: api.name
        case .named(let name): name
        }
    }
}

extension Plan {
    /// Whether a document has webhooks and nothing else.
    var sendsNothing: Bool { operations.isEmpty && webhooks != nil }

    /// The whole API.
    var apiScopes: [ServerScope] { sendsNothing ? [] : [ServerScope(self)] }

    /// The operations that stand in no group.
    var ungrouped: [OperationPlan] {
        let grouped = Set(groups.flatMap(\.operations))
        return operations.indices.filter { !grouped.contains($0) }.map { operations[$0] }
    }

    func operations(of group: GroupPlan) -> [OperationPlan] { group.operations.map { operations[$0] } }
}
