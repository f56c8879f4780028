import ApusDiagnostics
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
        let diagnostics = Diagnostics()
        let node = Loader().load(file: SourceFile(name: name, bytes: bytes), diagnostics: diagnostics)
        document = node.flatMap { DocumentReader(diagnostics: diagnostics).read($0, sourceName: name) }
        document?.check(diagnostics)
        findings = diagnostics.all.flatMap { diagnostic in
            let message = "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.defect.identifier)]"
            let notes = diagnostic.notes.map { "\($0.location.text): note: \($0.message)" }
            return ["\(diagnostic.location.text): \(message)"] + notes
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
