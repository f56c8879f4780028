import ApusDiagnostics
import ApusYAML
import Foundation
import Testing

/// A case of the YAML suite next to the repository, in `../shared/yaml-suite/cases.jsonl`.
struct SuiteCase: Sendable, CustomTestStringConvertible {
    let id: String
    let yaml: String
    /// The JSON for the text, if it has a JSON form.
    let json: String?

    var testDescription: String { id }
}

enum YAMLSuite {
    static let file = Repository.shared.appending(path: "yaml-suite/cases.jsonl")

    static let isPresent = FileManager.default.fileExists(atPath: file.path)

    static let cases: [SuiteCase] = {
        guard let lines = try? String(contentsOf: file, encoding: .utf8).split(separator: "\n") else { return [] }
        return lines.compactMap { line in
            let node = Loaded(String(line), name: "case.json").node
            guard let id = node?["id"]?.string, let yaml = node?["yaml"]?.string else { return nil }
            return SuiteCase(id: id, yaml: yaml, json: node?["json"]?.string)
        }
    }()
}

/// The cases that libyaml parses, as determined with an independent user of it: PyYAML's C loader.
///
/// The interpreter is `APUS_PYTHON`, otherwise `python3`.
enum LibyamlVerdicts {
    /// The identifiers of the cases that it parses; `nil` if PyYAML or its C loader is missing.
    static let parsed: Set<String>? = {
        guard YAMLSuite.isPresent, let output = run(), let lines = String(data: output, encoding: .utf8) else {
            return nil
        }
        return Set(lines.split(separator: "\n").map(String.init))
    }()

    private static let program = """
        import json, sys, yaml
        for line in open(sys.argv[1], encoding="utf-8"):
            case = json.loads(line)
            try:
                for event in yaml.parse(case["yaml"], Loader=yaml.CLoader): pass
                print(case["id"])
            except yaml.YAMLError:
                pass
        """

    private static func run() -> Data? {
        let process = Process()
        let python = ProcessInfo.processInfo.environment["APUS_PYTHON"] ?? "python3"
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, "-c", program, YAMLSuite.file.path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? data : nil
    }
}
