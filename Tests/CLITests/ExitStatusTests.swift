import Foundation
import Testing

/// The exit statuses that scripts and plugins rely on: 0 done, 1 the document has errors, 2 out of date, 64 usage.
@Suite("Exit status and standard error")
struct ExitStatusTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var arguments: String
        var status: Int32
        /// What standard error contains; `nil` for nothing at all.
        var errors: String?
        var testDescription: String { "apus \(arguments)" }
    }

    @Test(arguments: [
        Row(arguments: "--version", status: 0),
        Row(arguments: "--help", status: 0),
        Row(arguments: "generate sound.yaml --output out", status: 0),
        Row(arguments: "generate sound.yaml -o out --dry-run", status: 0),
        Row(arguments: "generate sound.yaml --output out --emit models,client --access internal --shards 2", status: 0),
        Row(arguments: "validate sound.yaml", status: 0),
        Row(arguments: "validate sound.yaml sound.yaml", status: 0),

        Row(arguments: "generate wrong.yaml --output out", status: 1, errors: "wrong.yaml:14:"),
        Row(arguments: "generate broken.yaml --output out", status: 1, errors: "broken.yaml:6:1: error: "),
        Row(arguments: "validate sound.yaml wrong.yaml", status: 1, errors: "wrong.yaml:14:"),
        Row(
            arguments: "validate none.yaml",
            status: 1,
            errors: "none.yaml: error: the file cannot be read: No such file or directory [unreadable-file]\n"
        ),
        Row(arguments: "generate none.yaml --output out", status: 1, errors: "none.yaml: error: "),
        Row(arguments: "validate .", status: 1, errors: ".: error: the file cannot be read: Is a directory"),
        Row(arguments: "generate sound.yaml --output sound.yaml", status: 1, errors: "[unwritable-output]"),
        Row(arguments: "generate sound.yaml --output out --config none.yaml", status: 1, errors: "[unreadable-file]"),
        Row(arguments: "generate sound.yaml --output out --templates none", status: 1, errors: "[invalid-template]"),

        Row(arguments: "validate parts/several.yaml --allow-folder .", status: 0),
        Row(arguments: "validate parts/mapped.yaml --map-url https://example.com/=.", status: 0),
        Row(arguments: "generate parts/several.yaml --output out --allow-folder .", status: 0),
        Row(
            arguments: "validate parts/several.yaml", status: 1,
            errors: "parts/several.yaml:3:36: error: '../sound.yaml#"),
        Row(arguments: "generate parts/several.yaml --output out", status: 1, errors: "[reference-outside]"),
        Row(
            arguments: "generate parts/several.yaml --output out --allow-folder . --sealed",
            status: 1,
            errors: "[reference-outside]"
        ),
        Row(arguments: "validate parts/mapped.yaml", status: 1, errors: "[network-reference]"),

        Row(arguments: "generate sound.yaml --output out --include-path /** --group tags", status: 0),
        Row(arguments: "generate sound.yaml --output out --exclude-tag none", status: 1, errors: "[unknown-filter]"),
        Row(arguments: "generate sound.yaml --output out --overlay none.yaml", status: 1, errors: "[unreadable-file]"),
        Row(arguments: "validate sound.yaml --overlay sound.yaml", status: 1, errors: "[invalid-overlay]"),

        Row(arguments: "generate sound.yaml --output out --check", status: 2),

        Row(arguments: "generate", status: 64, errors: "Which document?"),
        Row(arguments: "generate sound.yaml", status: 64, errors: "Which folder?"),
        Row(arguments: "generate sound.yaml other.yaml --output out", status: 64, errors: "other.yaml"),
        Row(arguments: "generate sound.yaml --output out --emit models,sever", status: 64, errors: "--emit"),
        Row(arguments: "generate sound.yaml --output out --access open", status: 64, errors: "--access"),
        Row(arguments: "generate sound.yaml --output out --group tag", status: 64, errors: "--group"),
        Row(arguments: "generate sound.yaml --output out --file-prefix a-b", status: 64, errors: "--file-prefix"),
        Row(arguments: "generate sound.yaml --output out --shards 0", status: 64, errors: "--shards"),
        Row(arguments: "generate sound.yaml --output out --namespace a-b", status: 64, errors: "--namespace"),
        Row(arguments: "generate sound.yaml --output out --diagnostics xml", status: 64, errors: "--diagnostics"),
        Row(
            arguments: "generate sound.yaml --output out --check --dry-run", status: 64,
            errors: "cannot be used together"),
        Row(arguments: "generate sound.yaml --output out --colour", status: 64, errors: "--colour"),
        Row(arguments: "validate sound.yaml --map-url vendor", status: 64, errors: "--map-url"),
        Row(arguments: "validate", status: 64, errors: "specifications"),
        Row(arguments: "destroy", status: 64, errors: "destroy"),
    ])
    func everyCommandHasItsExitStatus(_ row: Row) throws {
        let workspace = try Workspace()
        let result = try workspace.apus.run(row.arguments.split(separator: " ").map(String.init), in: workspace.url)
        #expect(result.status == row.status)
        if let errors = row.errors {
            #expect(result.errors.contains(errors))
        } else {
            #expect(result.errors == "")
        }
        if result.status != 0 { #expect(try workspace.files(in: "out").isEmpty, "Nothing is written") }
    }
}
