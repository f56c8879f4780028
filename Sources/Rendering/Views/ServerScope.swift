import ApusPlanning

/// What one server protocol holds: the whole API, or a group of its operations.
struct ServerScope: Sendable {
    let name: String
    let group: GroupPlan?
    /// What the protocol refines.
    let inherited: [String]
    let operations: [OperationPlan]
    let documentation: [String]
    /// Whether the `authenticate` methods are another protocol's, which it refines.
    let refinesAuthentication: Bool
    /// Whether it refines the protocols of all groups.
    let inheritsGroups: Bool
    /// The schemes by which the scope's callers prove who they are.
    let schemes: [SchemePlan]
    /// `registerPets`: the name tells it from the groups' others in a type that conforms to several.
    let function: String

    /// The whole API; what stands in groups it has from their protocols.
    init(_ plan: Plan) {
        name = plan.api.serverName
        group = nil
        inherited = plan.groups.isEmpty ? ["APIServer"] : plan.groups.map(\.serverName)
        operations = plan.ungrouped.filter(\.isRouted)
        documentation = plan.api.documentation
        function = "register"
        refinesAuthentication = plan.api.authenticationName != nil
        inheritsGroups = true
        schemes = plan.schemes(of: plan.operations)
    }

    /// Who receives webhooks and callbacks.
    init(_ webhooks: WebhooksPlan, _ plan: Plan) {
        name = webhooks.serverName
        group = nil
        inherited = ["APIServer"]
        operations = webhooks.operations
        documentation = webhooks.documentation
        function = "register"
        refinesAuthentication = false
        inheritsGroups = false
        schemes = plan.schemes(of: webhooks.operations)
    }

    init(_ group: GroupPlan, _ plan: Plan) {
        name = group.serverName
        self.group = group
        inherited = ["APIServer"] + [plan.api.authenticationName].compactMap { $0 }
        operations = plan.operations(of: group).filter(\.isRouted)
        documentation = group.documentation
        function = "register\(group.name)"
        refinesAuthentication = plan.api.authenticationName != nil
        inheritsGroups = false
        schemes = plan.schemes(of: plan.operations)
    }
}

extension Plan {
    /// What the operations demand, in the document's order.
    func schemes(of operations: [OperationPlan]) -> [SchemePlan] {
        let demanded = Set(operations.flatMap { $0.security.alternatives.flatMap { $0.map(\.scheme) } })
        return api.schemes.indices.filter(demanded.contains).map { api.schemes[$0] }
    }
}
