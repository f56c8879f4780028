import ApusDiagnostics
import ApusGenerator
import ApusPlanning
import ApusRendering
import Foundation

/// The client of a document, and a driver that calls each of its operations with values from a file.
///
///     producer-generator DOCUMENT OUTPUT
///
/// The sources are written to `OUTPUT`, to be compiled with those in `Tests/Producers/Driver`. Diagnostics of the document go to
/// standard error. Errors do not stop the generator, since frameworks write documents with errors.
@main
struct ProducerGenerator {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().map { URL(filePath: $0) }
        guard arguments.count == 2 else {
            print("usage: producer-generator DOCUMENT OUTPUT")
            exit(64)
        }
        let diagnostics = Diagnostics()
        var configuration = Configuration()
        configuration.namespace = "SDK"
        configuration.access = .internal
        configuration.group = PlanOptions.Grouping.none
        // Whole responses are compared as a server would write them, and multipart forms are filled with samples.
        configuration.emit = Set(PlanOptions.Part.allCases)
        configuration.allowsErrors = true
        let pipeline = Pipeline(configuration: configuration, diagnostics: diagnostics)
        let source = SourceFile(name: arguments[0].path, bytes: [UInt8](try Data(contentsOf: arguments[0])))
        let document = pipeline.document(in: source)
        let plan = document.map(pipeline.plan)
        let files = plan.flatMap(pipeline.render) ?? []
        for diagnostic in diagnostics.all {
            let place = "\(diagnostic.location.line):\(diagnostic.location.column)"
            let text = "\(place): \(diagnostic.severity): \(diagnostic.message) [\(diagnostic.defect.identifier)]\n"
            FileHandle.standardError.write(Data(text.utf8))
        }
        guard let plan, !files.isEmpty else { exit(1) }
        try FileManager.default.createDirectory(at: arguments[1], withIntermediateDirectories: true)
        let driver = RenderedFile(path: "Calls.swift", text: CallText(plan: plan).text())
        for file in files + [driver] {
            try Data(file.text.utf8).write(to: arguments[1].appending(path: file.path))
        }
    }
}
