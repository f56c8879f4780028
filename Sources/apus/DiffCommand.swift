import ApusDiagnostics
import ApusGenerator
import ArgumentParser

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Reports what a new version of a document breaks, on the wire and in the generated Swift.",
        discussion: """
            Breaking on the wire: requests that were valid are refused, or answers come that were not declared. Breaking in \
            Swift: code that uses the client or implements the server no longer compiles.

            Exit status: 0 nothing breaks; 1 a document has errors; 2 something breaks; 64 usage.
            """
    )

    @Argument(help: "The old version of the document.")
    var old: String

    @Argument(help: "The new version of the document.")
    var new: String

    @Option(help: "The configuration file that the SDK is generated with.")
    var config: String?

    @Option(help: "How the changes are written.")
    var format: ReportFormat = .text

    @OptionGroup var references: ReferenceOptions
    @OptionGroup var diagnosticsOption: DiagnosticsOption

    func run() throws {
        let diagnostics = Diagnostics()
        defer { diagnosticsOption.show(diagnostics, from: .error) }
        var configuration = Configuration()
        if let config {
            guard let file = DocumentFile.read(config, diagnostics: diagnostics) else { throw ExitCode(1) }
            configuration = ConfigurationReader(diagnostics: diagnostics).read(file)
        }
        references.set(in: &configuration)
        guard !diagnostics.hasErrors,
            let old = DocumentFile.read(old, diagnostics: diagnostics),
            let new = DocumentFile.read(new, diagnostics: diagnostics),
            let comparison = Pipeline(configuration: configuration, diagnostics: diagnostics).compare(old, new)
        else { throw ExitCode(1) }
        switch format {
        case .text: print(comparison.text(diagnostics))
        case .json: print(comparison.json(diagnostics))
        }
        if comparison.breaking > 0 { throw ExitCode(2) }
    }
}
