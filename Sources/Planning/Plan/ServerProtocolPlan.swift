/// The content of one server protocol: the whole API, or a group of its operations.
package struct ServerProtocolPlan: Sendable {
    package let name: String
    package let group: GroupPlan?
    /// The protocols that the protocol refines.
    package let inherited: [String]
    package let operations: [OperationPlan]
    package let documentation: [String]
    /// Whether the `authenticate` methods are in another protocol, which it refines.
    private let refinesAuthentication: Bool
    /// Whether it refines the protocols of all groups.
    package let inheritsGroups: Bool
    /// The security schemes with which the callers of its operations authenticate themselves.
    package let schemes: [SchemePlan]
    /// `registerPets`: the name distinguishes it from those of other groups in a type that conforms to several protocols.
    package let function: String

    /// Whether it requires a type for callers, and `authenticate` methods that identify the caller.
    package var demandsIdentity: Bool { !refinesAuthentication && !schemes.isEmpty }

    /// The schemes that the document does not define: their methods refuse every caller until the author of the server implements
    /// them.
    package var undefinedSchemes: [SchemePlan] { group == nil ? schemes.filter { $0.kind == .undefined } : [] }

    /// The whole API; it inherits the operations in groups from their protocols.
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

    /// The receiver of webhooks and callbacks.
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
    /// The server protocols: that of the whole API, those of groups, and that of the receiver of webhooks.
    package var serverProtocols: [ServerProtocolPlan] {
        let whole = sendsNothing ? [] : [ServerProtocolPlan(self)]
        return whole + groups.map { ServerProtocolPlan($0, self) }
            + (webhooks.map { [ServerProtocolPlan($0, self)] } ?? [])
    }

    /// Whether a document has webhooks and nothing else.
    package var sendsNothing: Bool { operations.isEmpty && webhooks != nil }

    /// The operations that are not in a group.
    package var ungrouped: [OperationPlan] {
        let grouped = Set(groups.flatMap(\.operations))
        return operations.indices.filter { !grouped.contains($0) }.map { operations[$0] }
    }

    package func operations(of group: GroupPlan) -> [OperationPlan] { group.operations.map { operations[$0] } }

    /// The schemes that the operations require, in the document's order.
    package func schemes(of operations: [OperationPlan]) -> [SchemePlan] {
        let demanded = Set(operations.flatMap { $0.security.alternatives.flatMap { $0.map(\.scheme) } })
        return api.schemes.indices.filter(demanded.contains).map { api.schemes[$0] }
    }
}
