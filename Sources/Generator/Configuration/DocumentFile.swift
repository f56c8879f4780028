import ApusDiagnostics
import ApusYAML

/// The file that a command names: a path, or `-` for standard input.
package enum DocumentFile {
    package static let standardInput = "-"
    package static let standardInputName = "<stdin>"

    /// `nil`, reported, if it cannot be read. A file that is too large is truncated, so that the loader rejects it.
    package static func read(_ path: String, diagnostics: Diagnostics) -> SourceFile? {
        let limit = Limits().bytes
        do {
            if path == standardInput {
                return SourceFile(name: standardInputName, bytes: try FileSystem.contentsOfStandardInput(limit: limit))
            }
            return SourceFile(name: path, bytes: try FileSystem.contents(of: path, limit: limit))
        } catch {
            diagnostics.report(.unreadableFile, "the file cannot be read: \(error.reason)", inFile: path)
            return nil
        }
    }
}

extension Diagnostics {
    /// A finding about a file as a whole, `Models.swift: error: ...`, or about one of its lines.
    package func report(_ defect: Defect, _ message: String, inFile path: String, line: Int? = nil) {
        let bytes = line == nil ? [] : try? FileSystem.contents(of: path)
        let file = add(file: SourceFile(name: path, bytes: bytes ?? []))
        report(defect, message, at: line.map { SourceLocation(file: file, line: $0, column: 1) } ?? .init(file: file))
    }
}

extension SourceFile {
    /// `openapi.yaml` for `Sources/Pets/openapi.yaml`
    package var lastPathComponent: String {
        name.split(separator: "/").last.map(String.init) ?? name
    }
}
