import ApusPlanning

/// The routes of a server.
struct RoutesView: TemplateView {
    var server: String
    var access: String
    var function: String
    /// The same function, if `register` is to call it.
    var group: [String]
    /// The functions of the groups.
    var groups: [String]
    /// `.httpValidationError`, if the error format is not the default one.
    var errors: Code
    var authenticators: [Authenticator]
    var entries: [Code]
    /// Schemes that the document does not define.
    var undefined: [Scheme]

    static let schema = ViewSchema<Self>(
        "routes",
        [
            .text("server", \.server), .text("access", \.access), .text("function", \.function),
            .lines("group", \.group), .lines("groups", \.groups), .code("errors", \.errors),
            .views("authenticators", \.authenticators), .codes("entries", \.entries),
            .views("undefined", \.undefined),
        ]
    )

    /// A way to identify the caller, shared by operations.
    struct Authenticator: TemplateView {
        var name: String
        /// `.bearer(authenticate(bearer:))`
        var value: Code

        static let schema = ViewSchema<Self>("authenticator", [.text("name", \.name), .code("value", \.value)])
    }

    struct Scheme: TemplateView {
        var documentation: [String]
        var parameters: String

        static let schema = ViewSchema<Self>(
            "scheme", [.lines("documentation", \.documentation), .text("parameters", \.parameters)]
        )
    }
}

extension ServerViews {
    func routes(_ scope: ServerProtocolPlan, _ entries: [Code]) -> RoutesView {
        RoutesView(
            server: text.types.qualified(scope.name),
            access: plan.options.access.prefix,
            function: scope.function,
            group: scope.group == nil ? [] : [scope.function],
            groups: scope.inheritsGroups ? plan.groups.map { "register\($0.name)" } : [],
            errors: plan.api.errors == .problem ? .empty : errors(plan.api.errors),
            authenticators: authenticators(of: scope.operations),
            entries: entries,
            undefined: scope.undefinedSchemes.map { scheme in
                RoutesView.Scheme(
                    documentation: Escaping.documentation(scheme.refusalDocumentation),
                    parameters: credential(of: scheme)
                )
            }
        )
    }

    private func authenticators(of operations: [OperationPlan]) -> [RoutesView.Authenticator] {
        let used = Set(operations.map(\.security.alternatives))
        return plan.api.authenticators.filter { used.contains($0.alternatives) }.map {
            RoutesView.Authenticator(name: Escaping.identifier($0.name), value: text(of: $0.alternatives))
        }
    }

    func authenticatorName(_ security: SecurityPlan) -> String {
        let authenticator = plan.api.authenticators.first { $0.alternatives == security.alternatives }
        return Escaping.identifier(authenticator?.name ?? "authenticator")
    }

    private func text(of alternatives: [[SecurityPlan.Demand]]) -> Code {
        let values = alternatives.map { combination -> Code in
            let schemes = combination.map(authenticator)
            return schemes.count == 1 ? schemes[0] : ".all([\(.elements(schemes))])"
        }
        return values.count == 1 ? values[0] : ".any([\(.elements(values))])"
    }

    private func authenticator(_ demand: SecurityPlan.Demand) -> Code {
        let scheme = plan.api.schemes[demand.scheme]
        let function = "authenticate(\(Escaping.label(scheme.name)):\(scheme.hasScopes ? "scopes:" : ""))"
        switch scheme.kind {
        case .apiKey(let location, let name):
            return ".apiKey(\(.list(of: ["\(location.rawValue): \(Escaping.stringLiteral(name))", function])))"
        case .bearer where scheme.hasScopes:
            let scopes: Code = "scopes: [\(.elements(of: demand.scopes.map(Escaping.stringLiteral)))]"
            return ".bearer(\(.list([scopes, .text(function)])))"
        case .bearer: return ".bearer(\(function))"
        case .basic: return ".basic(\(function))"
        case .mutualTLS: return ".mutualTLS(\(function))"
        case .undefined: return ".request(\(function))"
        }
    }
}
