import ApusRuntime
import Foundation

/// `driver SUBJECT CASES RESULTS`: runs a subject's generated code with cases and writes the result of each.
@main
enum Driver {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let subject = subjects[arguments[1]] else { exit(64) }
        let cases = try JSONDocument(try Data(contentsOf: URL(filePath: arguments[2])), limits: JSONLimits(depth: .max))
        var results: [String: JSONValue] = [:]
        for kind in cases.root.members {
            for item in kind.value.elements {
                guard let id = item["id"]?.string else { continue }
                results[id] = await subject.result(of: item, kind: kind.key)
            }
        }
        try Data(try JSONValue.object(results).jsonBytes()).write(to: URL(filePath: arguments[3]))
    }
}
