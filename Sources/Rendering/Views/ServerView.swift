import ApusPlanning

/// The protocol of a server.
struct ServerView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    /// The protocols that it refines: `StorePetsAPI, StoreOrdersAPI`
    var inherited: Code
    /// Whether it requires a type for the caller's identity.
    var identity: Bool
    /// Its `authenticate` methods.
    var schemes: [Scheme]
    var operations: [Operation]

    static let schema = ViewSchema<Self>(
        "server",
        [
            .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
            .code("inherited", \.inherited), .flag("identity", \.identity),
            .views("schemes", \.schemes), .views("operations", \.operations),
        ]
    )

    struct Scheme: TemplateView {
        var documentation: [String]
        var parameters: String
        var result: String

        static let schema = ViewSchema<Self>(
            "scheme",
            [
                .lines("documentation", \.documentation), .text("parameters", \.parameters),
                .text("result", \.result),
            ]
        )
    }

    struct Operation: TemplateView {
        var documentation: [String]
        var name: String
        var parameters: Code
        /// ` -> Bool`
        var result: String

        static let schema = ViewSchema<Self>(
            "operation",
            [
                .lines("documentation", \.documentation), .text("name", \.name), .code("parameters", \.parameters),
                .text("result", \.result),
            ]
        )
    }
}

extension ServerViews {
    /// The protocol of the whole API, or of a group of its operations.
    func server(_ scope: ServerProtocolPlan) -> ServerView {
        ServerView(
            documentation: Escaping.documentation(scope.documentation),
            access: plan.options.access.prefix,
            name: scope.name,
            inherited: .names(scope.inherited),
            identity: scope.demandsIdentity,
            schemes: scope.demandsIdentity ? scope.schemes.map(requirement) : [],
            operations: scope.operations.map(requirement)
        )
    }

    /// The protocol of the `authenticate` methods, if the protocols of several groups require them.
    func authentication() -> ServerView? {
        plan.api.authenticationName.map { name in
            ServerView(
                documentation: Escaping.documentation(plan.api.authenticationDocumentation),
                access: plan.options.access.prefix,
                name: name,
                inherited: .names(["Sendable"]),
                identity: true,
                schemes: plan.schemes(of: plan.operations).map(requirement),
                operations: []
            )
        }
    }

    private func requirement(_ operation: OperationPlan) -> ServerView.Operation {
        ServerView.Operation(
            documentation: Escaping.documentation(Array(operation.documentation.prefix(1))),
            name: Escaping.identifier(operation.name),
            parameters: .list(of: arguments(of: operation)),
            result: text.result(operation)
        )
    }

    private func requirement(_ scheme: SchemePlan) -> ServerView.Scheme {
        ServerView.Scheme(
            documentation: Escaping.documentation(scheme.authenticationDocumentation),
            parameters: credential(of: scheme),
            result: scheme.kind.readsRequest ? "Identity?" : "Identity"
        )
    }
}
