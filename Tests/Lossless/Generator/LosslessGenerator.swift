import ApusDiagnostics
import ApusGenerator
import ApusOpenAPI
import ApusPlanning
import ApusRendering
import Foundation

/// A document -> its models, and a table of the types of its schemas, for `Tests/Lossless/Driver`.
///
///     lossless-generator DOCUMENT OUTPUT
@main
struct LosslessGenerator {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            print("usage: lossless-generator DOCUMENT OUTPUT")
            exit(64)
        }
        let diagnostics = Diagnostics()
        var configuration = Configuration()
        configuration.emit = [.models]
        let source = SourceFile(name: arguments[1], bytes: [UInt8](try Data(contentsOf: URL(filePath: arguments[1]))))
        // If a document has mistakes, the rest of it is tested.
        configuration.allowsErrors = true
        let pipeline = Pipeline(configuration: configuration, diagnostics: diagnostics)
        guard let document = pipeline.document(in: source), let files = pipeline.sources(of: source) else {
            for diagnostic in diagnostics.all where diagnostic.severity == .error { print(diagnostic.message) }
            exit(1)
        }
        let folder = URL(filePath: arguments[2])
        for file in files { try Data(file.text.utf8).write(to: folder.appending(path: file.path)) }
        let table = TypeTable(document: document, plan: pipeline.plan(document))
        try Data(table.text().utf8).write(to: folder.appending(path: "Types.swift"))
    }
}
