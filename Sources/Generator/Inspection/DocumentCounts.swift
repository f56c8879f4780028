import ApusOpenAPI

/// Counts what a document contains: `Inspection` without what generation adds.
struct DocumentCounts {
    let document: Document

    func inspection(bytes: Int) -> Inspection {
        let operations = document.paths.flatMap { $0.item.operations }
        let named = document.components.schemas.count
        return Inspection(
            title: document.info.title,
            version: document.info.version,
            specification: document.versionText,
            bytes: bytes,
            operations: counts(operations.map { $0.method.lowercased() }),
            webhooks: document.webhooks.count,
            callbacks: operations.reduce(0) { $0 + $1.callbacks.count },
            namedSchemas: named,
            inlineSchemas: document.schemas.count { $0.boolean == nil && $0.reference == nil } - named,
            requestMediaTypes: counts(operations.flatMap(requestMediaTypes)),
            responseMediaTypes: counts(operations.flatMap(responseMediaTypes)),
            security: schemes(operations),
            openOperations: operations.count { requirements($0).allSatisfy(\.schemes.isEmpty) },
            unsupported: [],
            warnings: [],
            errors: []
        )
    }

    private func requestMediaTypes(of operation: Operation) -> [String] {
        operation.requestBody.flatMap { document.resolve($0) }?.content.keys ?? []
    }

    /// Every media type of an operation's responses, once.
    private func responseMediaTypes(of operation: Operation) -> Set<String> {
        Set(operation.responses.flatMap { document.resolve($0.value)?.content.keys ?? [] })
    }

    private func schemes(_ operations: [Operation]) -> [Inspection.Scheme] {
        document.components.securitySchemes.compactMap { entry in
            guard let scheme = document.resolve(entry.value) else { return nil }
            let users = operations.count { requirements($0).contains { $0.schemes[entry.key] != nil } }
            return .init(name: entry.key, kind: scheme.kind.summary, operations: users)
        }
    }

    private func requirements(_ operation: Operation) -> [SecurityRequirement] {
        operation.security ?? document.security
    }

    /// The most common first.
    private func counts(_ names: [String]) -> [Inspection.Count] {
        Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
            .map { .init(name: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}

extension SecurityScheme.Kind {
    fileprivate var summary: String {
        switch self {
        case .apiKey(_, let place): "apiKey in \(place.rawValue)"
        case .http(let scheme, _): "http \(scheme)"
        case .mutualTLS: "mutualTLS"
        case .oauth2: "oauth2"
        case .openIDConnect: "openIdConnect"
        }
    }
}
