import ApusDiagnostics
import ApusOpenAPI
import ApusPlanning
import ApusRendering
import ApusYAML
import Foundation

/// A folder of JSON Schema's test suite -> Swift validators of its schemas, as the generator makes them from a document's schemas.
///
///     schema-suite-generator SUITE METASCHEMAS OUTPUT
///
/// `SUITE` contains `tests/draft2020-12` and `remotes`, and `METASCHEMAS` the vocabularies of the dialect. The sources are written
/// to `OUTPUT`, to be compiled with the runner.
@main
struct SchemaSuiteGenerator {
    /// The number of groups in one source file: the compiler handles a few large files better than many small ones.
    private static let groupsPerFile = 24

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().map { URL(filePath: $0) }
        guard arguments.count == 3 else {
            print("usage: schema-suite-generator SUITE METASCHEMAS OUTPUT")
            exit(2)
        }
        let suite = try Suite(folder: arguments[0], metaschemas: arguments[1])
        let groups = try suite.groups()
        let renderer = Renderer(templates: try TemplateSet())
        for start in stride(from: 0, to: groups.count, by: groupsPerFile) {
            let batch = groups[start..<min(start + groupsPerFile, groups.count)]
            let options = PlanOptions(access: .internal, parts: [.validators])
            let plan = Plan(
                validators: batch.flatMap(\.validators), options: options, sourceName: "JSON Schema's test suite"
            )
            for file in renderer.render(plan) {
                let url = arguments[2].appending(path: "Validators\(start / groupsPerFile).swift")
                try file.text.write(to: url, atomically: true, encoding: .utf8)
            }
        }
        try table(groups).write(to: arguments[2].appending(path: "Groups.swift"), atomically: true, encoding: .utf8)
    }

    /// The table in which the runner looks up a group's validator.
    private static func table(_ groups: [Group]) -> String {
        let entries = groups.map { group in
            "    Group(file: \(literal(group.file)), index: \(group.index), "
                + "validator: \(group.validators.last.map { "\($0.name).self" } ?? "nil")),\n"
        }
        return "let groups: [Group] = [\n" + entries.joined() + "]\n"
    }

    private static func literal(_ text: String) -> String { Escaping.stringLiteral(text) }
}
