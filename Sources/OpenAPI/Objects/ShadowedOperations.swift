/// An operation whose requests also match another operation.
package struct ShadowedOperation: Sendable {
    package let path: Path
    package let operation: Operation
    /// The operation that a server finds for such a request.
    package let first: (path: Path, operation: Operation)
}

extension Document {
    /// Operations that a server cannot distinguish from others: `GET /a/{id}` and `GET /a/{name}`, or paths that differ only in
    /// their fragments. A path without a fragment comes first.
    package var shadowedOperations: [ShadowedOperation] {
        struct Key: Hashable {
            let method: String
            let shape: [PathTemplate.Part]
        }
        let templates = paths.compactMap { path in (try? PathTemplate(path.template)).map { (path: path, template: $0) }
        }
        let ordered =
            templates.filter { $0.template.fragment == nil } + templates.filter { $0.template.fragment != nil }
        var first: [Key: (path: Path, operation: Operation)] = [:]
        var shadowed: [ShadowedOperation] = []
        for (path, template) in ordered {
            for operation in path.item.operations {
                let key = Key(method: operation.method, shape: template.shape)
                if let first = first[key] {
                    // The same method twice in one path item is another error, which planning reports.
                    if first.path.template == path.template { continue }
                    shadowed.append(ShadowedOperation(path: path, operation: operation, first: first))
                } else {
                    first[key] = (path, operation)
                }
            }
        }
        return shadowed
    }
}
