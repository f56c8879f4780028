import ApusDiagnostics
import ApusOpenAPI

/// The security requirements of operations, and the schemes by which callers meet them.
struct SecurityPlanner {
    private let document: Document
    /// The schemes that at least one operation requires, in the order of the document's components.
    let schemes: [SchemePlan]

    /// The operations of webhooks and callbacks require only what they declare themselves: the document's `security` is about
    /// requests in the other direction.
    init(document: Document, webhooks: [Operation]) {
        self.document = document
        let operations = document.paths.flatMap(\.item.operations).map { $0.security ?? document.security }
        let demands = (operations + webhooks.compactMap(\.security)).flatMap { $0 }.flatMap(\.schemes)
        let demanded = Set(demands.map(\.key))
        let scoped = Set(demands.filter { !$0.value.isEmpty }.map(\.key))
        let known = document.components.securitySchemes.filter { demanded.contains($0.key) }.map(\.key)
        // Since 3.2 a requirement may name a scheme by its URI.
        let keys = known + demanded.subtracting(known).sorted()
        let names = UniqueNames.assign(
            keys.map(Self.nameText), name: { SwiftName.member($0) }, reserve: ReservedNames.member
        )
        schemes = zip(keys, names).map { key, name in
            guard let scheme = document.securityScheme(key) else {
                return SchemePlan(key: key, name: name, kind: .undefined, hasScopes: false, documentation: [])
            }
            let kind = Self.kind(of: scheme)
            return SchemePlan(
                key: key,
                name: name,
                kind: kind,
                hasScopes: kind == .bearer && scoped.contains(key),
                flows: Self.flows(of: scheme),
                documentation: Documentation.paragraphs(
                    Documentation.paragraphs(scheme.description ?? kind.description),
                    fields: Documentation.fields(of: scheme)
                )
            )
        }
    }

    func plan(_ operation: Operation, isWebhook: Bool = false) -> SecurityPlan {
        let requirements = operation.security ?? (isWebhook ? [] : document.security)
        var alternatives: [[SecurityPlan.Demand]] = []
        var allowsAnonymous = false
        for requirement in requirements {
            if requirement.schemes.isEmpty {
                allowsAnonymous = true
                continue
            }
            let demands = requirement.schemes.compactMap { entry -> SecurityPlan.Demand? in
                guard let index = schemes.firstIndex(where: { $0.key == entry.key }) else { return nil }
                return SecurityPlan.Demand(scheme: index, scopes: schemes[index].hasScopes ? entry.value : [])
            }
            alternatives.append(demands)
        }
        return SecurityPlan(alternatives: alternatives, allowsAnonymous: allowsAnonymous)
    }

    /// The constants of a server, in the order of the operations that need them.
    func authenticators(of operations: [OperationPlan]) -> [AuthenticatorPlan] {
        var seen: Set<[[SecurityPlan.Demand]]> = []
        let demands = operations.map(\.security.alternatives).filter { !$0.isEmpty && seen.insert($0).inserted }
        // The constants are in the same scope as the variables of a route.
        let locals: Set = ["router", "input", "context", "body", "register"]
        let names = UniqueNames.assign(
            demands.map(name), name: { $0 }, reserve: { locals.contains($0) ? $0 + "Authenticator" : $0 }
        )
        return zip(names, demands).map { AuthenticatorPlan(name: $0, alternatives: $1) }
    }

    /// `keyOrBearer`, `keyAndBearer`, `oauthReadPets`
    private func name(_ alternatives: [[SecurityPlan.Demand]]) -> String {
        let combinations = alternatives.map { demands in
            Self.joined(
                demands.map { Self.joined([schemes[$0.scheme].name] + $0.scopes.map { SwiftName.type($0) }, "") }, "And"
            )
        }
        return Self.joined(combinations, "Or")
    }

    private static func joined(_ names: [String], _ word: String) -> String {
        names.enumerated().map {
            $0.offset == 0 ? $0.element : word + $0.element.prefix(1).uppercased() + $0.element.dropFirst()
        }
        .joined()
    }

    /// The last part of a URI.
    private static func nameText(_ key: String) -> String {
        key.contains("/") ? String(key.split(separator: "/").last ?? "scheme") : key
    }

    private static func kind(of scheme: SecurityScheme) -> SchemePlan.Kind {
        switch scheme.kind {
        case .apiKey(let name, let location):
            .apiKey(in: APIKeyLocation(rawValue: location.rawValue) ?? .header, name: name)
        case .http("bearer", _), .oauth2, .openIDConnect: .bearer
        case .http("basic", _): .basic
        // Digest, Negotiate and so on: the author of the server reads the header.
        case .http: .apiKey(in: .header, name: "Authorization")
        case .mutualTLS: .mutualTLS
        }
    }

    private static func flows(of scheme: SecurityScheme) -> [OAuthFlowPlan] {
        guard case .oauth2(let flows, _) = scheme.kind else { return [] }
        let client = flows.clientCredentials.flatMap { flow in
            flow.tokenURL.map { OAuthFlowPlan.clientCredentials(tokenURL: $0, scopes: flow.scopes.keys) }
        }
        let user = flows.authorizationCode.flatMap { flow in
            flow.tokenURL.map {
                OAuthFlowPlan.authorizationCode(tokenURL: $0, refreshURL: flow.refreshURL, scopes: flow.scopes.keys)
            }
        }
        return [client, user].compactMap { $0 }
    }
}

extension SchemePlan.Kind {
    /// ``The header `X-Session-API-Key`.``
    fileprivate var description: String {
        switch self {
        case .apiKey(.header, let name): "The header `\(name)`."
        case .apiKey(.query, let name): "The query parameter `\(name)`."
        case .apiKey(.cookie, let name): "The cookie `\(name)`."
        case .bearer: "A bearer token."
        case .basic: "A user name and a password."
        case .mutualTLS: "The client certificate of the connection: it is configured in the transport."
        case .undefined: "A scheme that the document does not define."
        }
    }
}
