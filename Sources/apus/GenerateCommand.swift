import ApusDiagnostics
import ApusGenerator
import ApusPlanning
import ArgumentParser

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Writes the Swift sources for an OpenAPI document."
    )

    @Argument(help: "The document: YAML, JSON, or a page that contains one; - for standard input.")
    var specification: String?

    @Option(name: .shortAndLong, help: "The folder for the sources.")
    var output: String?

    @Option(help: "A configuration file; flags take precedence over it.")
    var config: String?

    @Option(help: "The module that the sources are compiled into.")
    var moduleName: String?

    @Option(help: "An enum to nest everything in.")
    var namespace: String?

    @Flag(help: .hidden)
    var nested = false

    @Option(help: "The access level of the generated code.")
    var access: PlanOptions.Access?

    @Option(help: "The parts to write, with commas between them.")
    var emit: PartList?

    @Option(help: "A folder of templates that replace the built-in ones.")
    var templates: String?

    @Option(help: "Write each part as this many files.")
    var shards: Int?

    @Option(help: "Whether files and server protocols are divided by tags.")
    var group: PlanOptions.Grouping?

    @Flag(help: "Write nothing; exit with 2 if the sources are out of date.")
    var check = false

    @Flag(help: "Write nothing; report what would be written.")
    var dryRun = false

    @Flag(help: "Write what can be written even if the document has errors.")
    var allowErrors = false

    @Flag(help: "Write nothing if there is a warning.")
    var strict = false

    @Flag(help: .hidden)
    var sealed = false

    @Option(help: .hidden)
    var filePrefix: String?

    @OptionGroup var references: ReferenceOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var diagnosticsOption: DiagnosticsOption

    func validate() throws {
        if config == nil, specification == nil { throw ValidationError("Which document? apus generate SPEC") }
        if config == nil, output == nil { throw ValidationError("Which folder? --output DIR") }
        if check && dryRun { throw ValidationError("--check and --dry-run cannot be used together.") }
        if let shards, !Configuration.shardRange.contains(shards) {
            let range = Configuration.shardRange
            throw ValidationError("--shards takes a number from \(range.lowerBound) to \(range.upperBound).")
        }
        for (flag, name) in [
            ("--namespace", namespace), ("--module-name", moduleName), ("--file-prefix", filePrefix),
        ] {
            if let name, !isIdentifier(name) {
                throw ValidationError("\(flag) takes a Swift identifier, not '\(name)'.")
            }
        }
    }

    func run() throws {
        let diagnostics = Diagnostics()
        defer { diagnosticsOption.show(diagnostics) }
        let configuration = configuration(diagnostics)
        if diagnostics.hasErrors { throw ExitCode(1) }
        let documents = configuration.documentPaths
        guard !documents.isEmpty, let output = configuration.output else {
            throw ValidationError(
                "The configuration file does not name both a document and an output: give SPEC and --output DIR.")
        }
        let files = documents.compactMap { DocumentFile.read($0, diagnostics: diagnostics) }
        guard files.count == documents.count else { throw ExitCode(1) }

        let pipeline = Pipeline(configuration: configuration, diagnostics: diagnostics)
        guard let changes = pipeline.run(files, output: output, mode: check || dryRun ? .compare : .write) else {
            throw ExitCode(1)
        }
        print(ChangeReport(changes: changes, output: output, wording: wording).text)
        if diagnostics.hasErrors { throw ExitCode(1) }
        if check, !changes.isEmpty { throw ExitCode(2) }
    }

    private var wording: ChangeReport.Wording {
        check ? .check : dryRun ? .dryRun : .write
    }

    private func configuration(_ diagnostics: Diagnostics) -> Configuration {
        var flags = Configuration()
        flags.document = specification
        flags.output = output
        flags.module = moduleName
        flags.namespace = namespace
        flags.isSealed = sealed
        references.set(in: &flags)
        filter.set(in: &flags)
        flags.isNested = nested
        flags.access = access
        flags.emit = emit?.parts
        flags.templates = templates
        flags.shards = shards
        flags.group = group
        flags.filePrefix = filePrefix
        flags.isStrict = strict ? true : nil
        flags.allowsErrors = allowErrors ? true : nil
        guard let config, let file = DocumentFile.read(config, diagnostics: diagnostics) else { return flags }
        return ConfigurationReader(diagnostics: diagnostics).read(file).overridden(by: flags)
    }
}
