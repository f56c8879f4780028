import ApusPlanning

/// Declarations as views of the model templates.
struct ModelViews: Sendable {
    let plan: Plan
    let types: TypeText

    init(plan: Plan) {
        self.plan = plan
        types = TypeText(plan: plan)
    }

    var access: String {
        plan.options.access.prefix
    }

    func documentation(_ declaration: Declaration) -> [String] {
        Escaping.documentation(declaration.documentation)
    }
}

extension PlanOptions.Access {
    /// `public `, `package ` or nothing.
    var prefix: String {
        switch self {
        case .public: "public "
        case .package: "package "
        case .internal: ""
        }
    }
}
