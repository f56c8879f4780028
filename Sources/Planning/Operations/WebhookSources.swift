import ApusDiagnostics
import ApusOpenAPI

/// A webhook or a callback of the document, before it is planned.
struct WebhookSource {
    /// `newPet`
    let name: String
    /// The receiver's route; the parameters of the path item apply as well.
    let path: Path
    let operation: Operation
    /// `The webhook `new-pet`.`
    let description: String
    /// Empty for a webhook; several where operations share a callback.
    var callbacks: [CallbackSource]
}

struct CallbackSource {
    /// `{$request.body#/callbackUrl}`
    let expression: String
    let location: SourceLocation
    /// The operation that declares the callback, and its path.
    let operation: Operation
    let path: Path
}

/// The webhooks and callbacks of a document, with names that are unique among them.
enum WebhookSources {
    private struct Candidate {
        /// The words of the route: all operations of a path item share it.
        var route: String
        /// Distinguishes the operation from others of its path item.
        var suffix: String
        /// The operation that the callback belongs to, for callbacks with the same name.
        var owner: String
        var description: String
        var item: PathItem
        var operation: Operation
        var callbacks: [CallbackSource]
    }

    static func all(in document: Document, names: OperationNames) -> [WebhookSource] {
        let candidates = webhooks(of: document) + callbacks(of: document, names: names)
        let short = candidates.map { "\($0.route) \($0.suffix)" }
        let isShared = short.map { text in short.count { $0 == text } > 1 }
        let routes = zip(candidates, isShared).map { $1 ? "\($0.owner) \($0.route)" : $0.route }
        let swiftNames = UniqueNames.assign(
            zip(candidates, routes).map { $0.suffix.isEmpty ? $1 : "\($1) \($0.suffix)" },
            name: { SwiftName.member($0) },
            reserve: OperationNames.reserved
        )
        return candidates.indices.map { index in
            let candidate = candidates[index]
            let route = candidate.suffix.isEmpty ? swiftNames[index] : SwiftName.member(routes[index])
            return WebhookSource(
                name: swiftNames[index],
                path: Path(template: "/" + route, location: candidate.item.location, item: candidate.item),
                operation: candidate.operation,
                description: candidate.description,
                callbacks: candidate.callbacks
            )
        }
    }

    private static func webhooks(of document: Document) -> [Candidate] {
        document.webhooks.flatMap { entry in
            entry.value.operations.map { operation in
                Candidate(
                    route: entry.key,
                    suffix: entry.value.operations.count == 1 ? "" : operation.method.lowercased(),
                    owner: "webhook",
                    description: "The webhook `\(entry.key)`.",
                    item: entry.value,
                    operation: operation,
                    callbacks: []
                )
            }
        }
    }

    /// A callback that several operations refer to counts once.
    private static func callbacks(of document: Document, names: OperationNames) -> [Candidate] {
        var candidates: [Candidate] = []
        var indices: [SourceLocation: Int] = [:]
        for path in document.paths {
            for operation in path.item.operations {
                for entry in operation.callbacks {
                    for candidate in Self.candidates(entry, of: operation, in: path, document, names) {
                        if let index = indices[candidate.operation.location] {
                            candidates[index].callbacks += candidate.callbacks
                            // The owner in its name does not depend on which operation comes first.
                            if candidate.owner < candidates[index].owner {
                                candidates[index].route = candidate.route
                                candidates[index].owner = candidate.owner
                                candidates[index].description = candidate.description
                            }
                        } else {
                            indices[candidate.operation.location] = candidates.count
                            candidates.append(candidate)
                        }
                    }
                }
            }
        }
        return candidates
    }

    private static func candidates(
        _ entry: OrderedMap<Referenced<Callback>>.Entry,
        of operation: Operation,
        in path: Path,
        _ document: Document,
        _ names: OperationNames
    ) -> [Candidate] {
        let expressions = document.resolve(entry.value)?.expressions ?? OrderedMap()
        return expressions.enumerated().flatMap { index, expression -> [Candidate] in
            guard let item = document.resolve(expression.value) else { return [] }
            let callback = CallbackSource(
                expression: expression.key, location: expression.location, operation: operation, path: path
            )
            return item.operations.map { sent in
                Candidate(
                    route: index == 0 ? entry.key : "\(entry.key) \(sent.operationID?.value ?? String(index + 1))",
                    suffix: item.operations.count == 1 ? "" : sent.method.lowercased(),
                    owner: names[operation, path],
                    description: "The callback `\(entry.key)` of `\(names[operation, path])`.",
                    item: item,
                    operation: sent,
                    callbacks: [callback]
                )
            }
        }
    }
}
