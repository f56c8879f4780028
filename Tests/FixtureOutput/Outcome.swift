package import ApusDiagnostics
internal import ApusGenerator
package import ApusOpenAPI
internal import ApusYAML
package import Foundation

/// The result of reading a text: the document and the findings, one per line, as in `3:5: error: expected a string, found a mapping
/// [wrong-type]`.
package struct Outcome {
    package let document: Document?
    package let findings: [String]

    package init(_ text: String, name: String = "openapi.yaml") { self.init(bytes: Array(text.utf8), name: name) }

    package init(bytes: [UInt8], name: String) {
        self.init(SourceFile(name: name, bytes: bytes), weighing: .generation) { _, _, _ in nil }
    }

    /// Reads a file and the files that it refers to.
    package init(_ file: URL, weighing: Weighing = .generation) throws {
        let source = SourceFile(name: file.path, bytes: Array(try Data(contentsOf: file)))
        self.init(source, weighing: weighing) { node, diagnostics, folders in
            ReferencedFiles(document: source, root: node, folders: folders, diagnostics: diagnostics)
        }
    }

    private init(
        _ file: SourceFile,
        weighing: Weighing,
        source: (Node, Diagnostics, ReferenceFolders) -> (any DocumentSource)?
    ) {
        let diagnostics = Diagnostics(weighing: weighing)
        let node = Loader().load(file: file, diagnostics: diagnostics)
        document = node.flatMap { node in
            DocumentReader(diagnostics: diagnostics, source: source(node, diagnostics, ReferenceFolders()))
                .read(node, sourceName: file.lastPathComponent)
        }
        document?.check(diagnostics)
        let root = document?.location.file
        func place(_ location: SourceLocation) -> String {
            let name = location.file == root || root == nil ? nil : diagnostics.file(location.file)?.lastPathComponent
            return (name.map { $0 + ":" } ?? "") + location.text
        }
        findings = diagnostics.all.flatMap { diagnostic in
            let message = "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.defect.identifier)]"
            let notes = diagnostic.notes.map { "\(place($0.location)): note: \($0.message)" }
            return ["\(place(diagnostic.location)): \(message)"] + notes
        }
    }

    package var errors: [String] { findings.filter { $0.contains(": error: ") } }
}

extension SourceLocation {
    package var text: String { "\(line):\(column)" }
}
