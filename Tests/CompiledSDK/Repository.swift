package import Foundation

/// Files and tools that the tests use.
package enum Repository {
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The documents next to the repository.
    package static let specs = root.deletingLastPathComponent().appending(path: "shared/specs")
    package static let v0 = specs.appending(path: "openhands-v0.json")

    package static let hasV0 = FileManager.default.fileExists(atPath: v0.path)

    /// A Python with PyYAML and jsonschema: `APUS_PYTHON`, the one of `.venv`, or `python3`.
    package static let python: String? = {
        let named = ProcessInfo.processInfo.environment["APUS_PYTHON"].map { [$0] } ?? []
        let candidates = named + [root.appending(path: ".venv/bin/python").path, "python3"]
        return candidates.first { candidate in
            let run = try? Command.run([candidate, "-c", "import jsonschema, yaml; yaml.CSafeLoader"])
            return run?.status == 0
        }
    }()

    package static let pythonMissing =
        "there is no Python with PyYAML and jsonschema: run Scripts/setup-python, or name one in APUS_PYTHON"

    package static func support(_ name: String) -> String { root.appending(path: "Tests/Support/\(name)").path }

    /// The folder of the build products: `.build/debug`.
    package static let products: URL = {
        let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
        return (bundle ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
    }()
}
