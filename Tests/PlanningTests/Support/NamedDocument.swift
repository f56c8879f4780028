import ApusDiagnostics
import ApusOpenAPI
import ApusPlanning
import ApusYAML
import Foundation
import Testing

/// A document that is loaded once, the names of its plan, and its names after changes.
struct NamedDocument {
    let url: URL
    let text: String
    let names: Set<String>
    private let root: Node

    init(_ url: URL) throws {
        self.url = url
        text = try String(contentsOf: url, encoding: .utf8)
        let file = SourceFile(name: url.lastPathComponent, bytes: Array(text.utf8))
        root = try #require(Loader().load(file: file, diagnostics: Diagnostics()))
        names = try Self.names(of: root, called: file.name)
    }

    func names(after changes: [DocumentChange]) throws -> Set<String> {
        try Self.names(of: changes.reduce(root) { $1.apply(to: $0) }, called: url.lastPathComponent)
    }

    private static func names(of root: Node, called name: String) throws -> Set<String> {
        let diagnostics = Diagnostics()
        let document = try #require(DocumentReader(diagnostics: diagnostics).read(root, sourceName: name))
        return Planner(document: document, options: PlanOptions(), diagnostics: diagnostics).plan().names
    }
}
