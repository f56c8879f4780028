/// What one server protocol holds: the whole API, or a group of its operations.
package struct ServerProtocolPlan: Sendable {
    package let name: String
    package let group: GroupPlan?
    /// What the protocol refines.
    package let inherited: [String]
    package let operations: [OperationPlan]
    package let documentation: [String]
    /// Whether the `authenticate` methods are another protocol's, which it refines.
    private let refinesAuthentication: Bool
    /// Whether it refines the protocols of all groups.
    package let inheritsGroups: Bool
    /// The schemes by which the callers of its operations prove who they are.
    package let schemes: [SchemePlan]
    /// `registerPets`: the name tells it from the groups' others in a type that conforms to several.
    package let function: String

    /// Whether it demands a type of callers, and `authenticate` methods that find out who calls.
    package var demandsIdentity: Bool { !refinesAuthentication && !schemes.isEmpty }

    /// The schemes that the document does not define: their methods refuse everyone until the author of the server does better.
    package var undefinedSchemes: [SchemePlan] { group == nil ? schemes.filter { $0.kind == .undefined } : [] }

    /// The whole API; what stands in groups it has from their protocols.
    fileprivate init(_ plan: Plan) {
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
    fileprivate init(_ webhooks: WebhooksPlan, _ plan: Plan) {
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

    fileprivate init(_ group: GroupPlan, _ plan: Plan) {
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
    /// The protocols of servers: the whole API's, those of groups, that of who receives webhooks.
    package var serverProtocols: [ServerProtocolPlan] {
        let whole = sendsNothing ? [] : [ServerProtocolPlan(self)]
        return whole + groups.map { ServerProtocolPlan($0, self) }
            + (webhooks.map { [ServerProtocolPlan($0, self)] } ?? [])
    }

    /// Whether a document has webhooks and nothing else.
    package var sendsNothing: Bool { operations.isEmpty && webhooks != nil }

    /// The operations that stand in no group.
    package var ungrouped: [OperationPlan] {
        let grouped = Set(groups.flatMap(\.operations))
        return operations.indices.filter { !grouped.contains($0) }.map { operations[$0] }
    }

    package func operations(of group: GroupPlan) -> [OperationPlan] { group.operations.map { operations[$0] } }

    /// What the operations demand, in the document's order.
    package func schemes(of operations: [OperationPlan]) -> [SchemePlan] {
        let demanded = Set(operations.flatMap { $0.security.alternatives.flatMap { $0.map(\.scheme) } })
        return api.schemes.indices.filter(demanded.contains).map { api.schemes[$0] }
    }
}
