import ApusDiagnostics
import ApusGenerator
import ArgumentParser

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Reports whether OpenAPI documents are valid, and where they are not."
    )

    @Argument(help: "The documents: YAML, JSON, or a page that contains one; - for standard input.")
    var specifications: [String]

    @OptionGroup var references: ReferenceOptions
    @OptionGroup var diagnosticsOption: DiagnosticsOption

    func run() throws {
        let results = specifications.map(validate)
        guard results.allSatisfy({ $0 }) else { throw ExitCode(1) }
    }

    private func validate(_ path: String) -> Bool {
        let diagnostics = Diagnostics(weighing: .validation)
        if let file = DocumentFile.read(path, diagnostics: diagnostics) {
            var configuration = Configuration()
            references.set(in: &configuration)
            _ = Pipeline(configuration: configuration, diagnostics: diagnostics).document(in: file)
        }
        diagnosticsOption.show(diagnostics)
        print("\(path): \(counted(diagnostics.errorCount, "error")), \(counted(diagnostics.warningCount, "warning"))")
        return !diagnostics.hasErrors
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
