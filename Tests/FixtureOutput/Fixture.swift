internal import ApusDiagnostics
internal import ApusGenerator
package import ApusRendering
package import Foundation

/// `Fixtures/<case>/`: a document, possibly an `apus.yaml`, and the sources that are expected for them.
package struct Fixture: Sendable, CustomStringConvertible {
    package let folder: URL
    package let document: URL

    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    package static let all: [Fixture] = {
        let folders = (try? FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)) ?? []
        return folders.sorted { $0.path < $1.path }.compactMap { folder in
            // A folder with several documents lists them in `apus.yaml`.
            let names = ["openapi.yaml", "openapi.json", "openapi.txt", "apus.yaml"]
            let documents = names.map { folder.appending(path: $0) }
            let document = documents.first { FileManager.default.fileExists(atPath: $0.path) }
            return document.map { Fixture(folder: folder, document: $0) }
        }
    }()

    package var description: String {
        folder.lastPathComponent
    }

    package var expected: URL {
        folder.appending(path: "Expected")
    }

    /// The sources as the tool would write them, and what it reports, without excerpts.
    package func generate() throws -> (files: [RenderedFile], report: String) {
        let diagnostics = Diagnostics()
        var configuration = Configuration()
        let file = folder.appending(path: "apus.yaml")
        if FileManager.default.fileExists(atPath: file.path) {
            let source = SourceFile(name: file.path, bytes: [UInt8](try Data(contentsOf: file)))
            configuration = ConfigurationReader(diagnostics: diagnostics).read(source)
        }
        let paths = configuration.documents == nil ? [document.path] : configuration.documentPaths
        let sources = try paths.map { path in
            SourceFile(name: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
        }
        let files = Pipeline(configuration: configuration, diagnostics: diagnostics).sources(of: sources) ?? []
        let report = diagnostics.all.map { diagnostic in
            let file = diagnostics.file(diagnostic.location.file)?.name ?? ""
            let name = file == document.path ? "" : file.dropFirst(folder.path.count + 1) + ":"
            return
                "\(name)\(diagnostic.location.line):\(diagnostic.location.column): \(diagnostic.severity): \(diagnostic.message) [\(diagnostic.defect.identifier)]\n"
        }
        return (files, report.joined())
    }

    /// What is generated now: a text for each file, including `report.txt` if something is reported.
    package func texts() throws -> [String: String] {
        let (files, report) = try generate()
        var texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
        if !report.isEmpty { texts["report.txt"] = report }
        return texts
    }

    /// The contents of `Expected`.
    package func expectedTexts() throws -> [String: String] {
        var texts: [String: String] = [:]
        for name in (try? FileManager.default.contentsOfDirectory(atPath: expected.path)) ?? [] {
            texts[name] = try String(contentsOf: expected.appending(path: name), encoding: .utf8)
        }
        return texts
    }
}
