import ApusPlanning

/// What one server protocol holds: the whole API, or a group of its operations.
struct ServerScope: Sendable {
    let name: String
    let group: GroupPlan?
    /// What the protocol refines.
    let inherited: [String]
    let operations: [OperationPlan]
    let documentation: [String]
    /// `registerPets`: the name tells it from the groups' others in a type that conforms to several.
    let function: String

    /// The whole API; what stands in groups it has from their protocols.
    init(_ plan: Plan) {
        name = plan.api.serverName
        group = nil
        inherited = plan.groups.isEmpty ? ["APIServer"] : plan.groups.map(\.serverName)
        operations = plan.ungrouped
        documentation = plan.api.documentation
        function = "register"
    }

    init(_ group: GroupPlan, _ plan: Plan) {
        name = group.serverName
        self.group = group
        inherited = ["APIServer"] + [plan.api.authenticationName].compactMap { $0 }
        operations = plan.operations(of: group)
        documentation = group.documentation
        function = "register\(group.name)"
    }
}
