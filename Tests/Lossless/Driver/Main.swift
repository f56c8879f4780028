import ApusRuntime
import Foundation

/// `driver VALUES RESULTS`: both files have one line of JSON for each value, `{"schema", "text"}`, or result.
@main
enum Main {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { exit(64) }
        let types = allTypes()
        let lines = try String(contentsOf: URL(filePath: arguments[1]), encoding: .utf8).split(separator: "\n")
        var results: [String] = []
        for line in lines {
            let item = try JSONValue(jsonText: String(line))
            guard case .object(let members) = item, case .string(let schema)? = members["schema"],
                case .string(let text)? = members["text"]
            else { exit(65) }
            let result = types[schema].map { $0(text) } ?? ["error": "no type"]
            results.append(try JSONValue.object(result).jsonText())
        }
        try Data(results.joined(separator: "\n").utf8).write(to: URL(filePath: arguments[2]))
    }
}
