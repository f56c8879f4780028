import ApusDiagnostics
import ApusGenerator
import ArgumentParser

/// How a report on standard output is written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Reports what is in an OpenAPI document, what is not supported, and what it costs to compile.",
        discussion: "Errors are shown with their locations. Those of warnings are shown by apus generate --dry-run."
    )

    @Argument(help: "The document: YAML, JSON, or a page that contains one; - for standard input.")
    var specification: String

    @Option(help: "How the report is written.")
    var format: ReportFormat = .text

    @OptionGroup var references: ReferenceOptions
    @OptionGroup var diagnosticsOption: DiagnosticsOption

    func run() throws {
        let diagnostics = Diagnostics()
        defer { diagnosticsOption.show(diagnostics, from: .error) }
        guard let file = DocumentFile.read(specification, diagnostics: diagnostics) else { throw ExitCode(1) }
        var configuration = Configuration()
        references.set(in: &configuration)
        let pipeline = Pipeline(configuration: configuration, diagnostics: diagnostics)
        guard let inspection = pipeline.inspect(file) else { throw ExitCode(1) }
        switch format {
        case .text: print(inspection.text)
        case .json: print(inspection.json)
        }
        if diagnostics.hasErrors { throw ExitCode(1) }
    }
}
