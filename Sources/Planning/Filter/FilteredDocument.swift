import ApusDiagnostics
import ApusOpenAPI

/// Applies an ``OperationFilter`` to a document.
package struct FilteredDocument {
    private let document: Document
    private let filter: OperationFilter
    private let diagnostics: Diagnostics

    package init(document: Document, filter: OperationFilter, diagnostics: Diagnostics) {
        self.document = document
        self.filter = filter
        self.diagnostics = diagnostics
    }

    /// Problems in the omitted parts do not count: the diagnostics reported there are discarded.
    package func filtered() -> Document {
        guard !filter.isEmpty else { return document }
        let filtered = kept()
        let omitted = OmittedParts(of: document, in: filtered)
        diagnostics.forget { omitted.contain($0.location) }
        return filtered
    }

    private func kept() -> Document {
        reportUnknown()
        let paths = document.paths.compactMap { path -> Path? in
            let operations = path.item.operations.filter { isSelected($0, path: path.template) }
            return operations.isEmpty ? nil : path.keeping(operations)
        }
        let webhooks = document.webhooks.compactMap { entry -> OrderedMap<PathItem>.Entry? in
            let operations = entry.value.operations.filter { isSelected($0, path: entry.key) }
            guard !operations.isEmpty else { return nil }
            return .init(key: entry.key, location: entry.location, value: entry.value.keeping(operations))
        }
        return document.keeping(paths: paths, webhooks: OrderedMap(webhooks))
    }

    private func isSelected(_ operation: Operation, path: String) -> Bool {
        let names = Names(operation, path: path)
        return (filter.include.isEmpty || names.match(filter.include)) && !names.match(filter.exclude)
    }

    /// A name that matches nothing is a mistake, or names something that a new version of the document no longer has.
    private func reportUnknown() {
        let items = document.paths.map { ($0.template, $0.item) } + document.webhooks.map { ($0.key, $0.value) }
        let names = items.flatMap { path, item in item.operations.map { Names($0, path: path) } }
        for selection in [filter.include, filter.exclude] {
            report(selection.operations, "operation", known: names.flatMap(\.operations))
            report(selection.tags, "tag", known: names.flatMap(\.tags) + document.tags.map(\.name))
            report(selection.paths, "path", known: names.map(\.path))
        }
    }

    private func report(_ patterns: [OperationFilter.Pattern], _ kind: String, known: [String]) {
        for pattern in patterns where !known.contains(where: pattern.matches) {
            let isName = !pattern.text.contains { $0 == "*" || $0 == "?" }
            diagnostics.report(
                .unknownFilter,
                "the document has no \(kind) '\(pattern.text)'\(isName ? hint(pattern.text, among: known) : "")",
                at: pattern.location ?? document.location
            )
        }
    }
}

/// The names by which a filter selects an operation.
private struct Names {
    var operations: [String]
    var tags: [String]
    var path: String

    init(_ operation: Operation, path: String) {
        operations = [operation.operationID?.value].compactMap { $0 } + ["\(operation.method) \(path)"]
        tags = operation.tags.map(\.value)
        self.path = path
    }

    func match(_ selection: OperationFilter.Selection) -> Bool {
        selection.operations.contains { operations.contains(where: $0.matches) }
            || selection.tags.contains { tags.contains(where: $0.matches) }
            || selection.paths.contains { $0.matches(path) }
    }
}
