import ApusGenerator
import ArgumentParser

@main
struct Apus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apus",
        abstract: "Writes Swift SDKs and servers from OpenAPI documents.",
        discussion: """
            Diagnostics go to standard error as file:line:column: severity: message [identifier].

            Exit status: 0 done; 1 the document has errors; 2 --check found the sources out of date; 64 usage.
            """,
        version: apusVersion,
        subcommands: [
            GenerateCommand.self, ValidateCommand.self, InspectCommand.self, DiffCommand.self, ExplainCommand.self,
        ]
    )
}
