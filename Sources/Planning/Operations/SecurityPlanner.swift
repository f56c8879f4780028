import ApusDiagnostics
import ApusOpenAPI

/// What operations demand of their callers, and the schemes by which callers prove it.
struct SecurityPlanner {
    private let document: Document
    private let diagnostics: Diagnostics
    /// The schemes that some operation demands, in the order of the document's components.
    let schemes: [SchemePlan]

    init(document: Document, diagnostics: Diagnostics) {
        self.document = document
        self.diagnostics = diagnostics
        let demanded = Self.demandedSchemes(of: document)
        let entries = document.components.securitySchemes.filter { demanded.contains($0.key) }
        let names = UniqueNames.assign(
            entries.map(\.key), name: { SwiftName.member($0) }, reserve: ReservedNames.member
        )
        schemes = zip(entries, names).compactMap { entry, name in
            guard let scheme = document.resolve(entry.value) else { return nil }
            guard let kind = Self.kind(of: scheme) else {
                diagnostics.report(
                    .securitySchemeNotHonoured,
                    "the security scheme `\(entry.key)` is of a kind that generated code does not support",
                    at: entry.location
                )
                return nil
            }
            return SchemePlan(
                key: entry.key,
                name: name,
                kind: kind,
                documentation: Documentation.paragraphs(
                    Documentation.paragraphs(scheme.description ?? kind.description),
                    fields: Documentation.fields(of: scheme)
                )
            )
        }
    }

    func plan(_ operation: Operation) -> SecurityPlan {
        var alternatives: [[Int]] = []
        var allowsAnonymous = false
        for requirement in operation.security ?? document.security {
            if requirement.schemes.isEmpty {
                allowsAnonymous = true
                continue
            }
            let indices = requirement.schemes.compactMap { entry in schemes.firstIndex { $0.key == entry.key } }
            // A combination that holds an unsupported scheme cannot be satisfied; it was reported.
            if indices.count == requirement.schemes.count { alternatives.append(indices) }
        }
        if alternatives.isEmpty, !allowsAnonymous, !(operation.security ?? document.security).isEmpty {
            diagnostics.report(
                .securityNotGenerated,
                "the operation demands credentials that generated code cannot check, and would be served to anyone",
                at: operation.location
            )
        }
        return SecurityPlan(alternatives: alternatives, allowsAnonymous: allowsAnonymous)
    }

    private static func demandedSchemes(of document: Document) -> Set<String> {
        var demanded: Set<String> = []
        for operation in document.paths.flatMap(\.item.operations) {
            for requirement in operation.security ?? document.security { demanded.formUnion(requirement.schemes.keys) }
        }
        return demanded
    }

    private static func kind(of scheme: SecurityScheme) -> SchemePlan.Kind? {
        switch scheme.kind {
        case .apiKey(let name, let location):
            APIKeyLocation(rawValue: location.rawValue).map { .apiKey(in: $0, name: name) }
        case .http("bearer", _), .oauth2, .openIDConnect: .bearer
        case .http("basic", _): .basic
        // Digest, Negotiate and the like: the server's author reads the header.
        case .http: .apiKey(in: .header, name: "Authorization")
        case .mutualTLS: nil
        }
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
        case .basic: "A user's name and password."
        }
    }
}
