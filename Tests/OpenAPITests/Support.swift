import ApusDiagnostics
import ApusGenerator
import ApusOpenAPI
import ApusYAML
import Foundation

/// What becomes of a text: the document and what was found, a line each, as in
/// `3:5: error: expected a string, found a mapping [wrong-type]`.
struct Outcome {
    let document: Document?
    let findings: [String]

    init(_ text: String, name: String = "openapi.yaml") { self.init(bytes: Array(text.utf8), name: name) }

    init(bytes: [UInt8], name: String) {
        self.init(SourceFile(name: name, bytes: bytes)) { _, _, _ in nil }
    }

    /// A file with those that it refers to.
    init(_ file: URL) throws {
        let source = SourceFile(name: file.path, bytes: Array(try Data(contentsOf: file)))
        self.init(source) { node, diagnostics, folders in
            ReferencedFiles(document: source, root: node, folders: folders, diagnostics: diagnostics)
        }
    }

    private init(
        _ file: SourceFile,
        source: (Node, Diagnostics, ReferenceFolders) -> (any DocumentSource)?
    ) {
        let diagnostics = Diagnostics()
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

    var errors: [String] { findings.filter { $0.contains(": error: ") } }
}

extension SourceLocation {
    var text: String { "\(line):\(column)" }
}

enum Folder {
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let invalid = repository.appending(path: "Fixtures/Invalid")
    /// Real documents that are no part of the repository.
    static let specs = repository.deletingLastPathComponent().appending(path: "shared/specs")

    static func files(in folder: URL) -> [URL] {
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).sorted { $0.path < $1.path }
    }
}
