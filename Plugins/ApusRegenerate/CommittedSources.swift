import Foundation
import PackagePlugin

/// The targets of a package whose generated sources are committed: their `apus.yaml` has `document:` and `output:`.
struct CommittedSources {
    enum Mode {
        case write, check
    }

    private let tool: URL
    private let targets: [(name: String, configuration: URL)]
    /// The user's arguments except `--target`, which are passed to `apus generate`.
    private let arguments: [String]

    init(context: PluginContext, arguments: inout ArgumentExtractor) throws {
        tool = try context.tool(named: "apus").url
        let wanted = arguments.extractOption(named: "target")
        let candidates =
            wanted.isEmpty ? context.package.targets : try context.package.targets(named: wanted)
        targets = candidates.compactMap { target in
            guard let folder = target.sourceModule?.directoryURL else { return nil }
            let configuration = folder.appending(path: "apus.yaml")
            return Self.namesOutput(configuration) ? (target.name, configuration) : nil
        }
        self.arguments = arguments.remainingArguments
    }

    func generate(_ mode: Mode) throws {
        if targets.isEmpty {
            Diagnostics.error("No target has an apus.yaml with the keys 'document:' and 'output:'.")
        }
        for target in targets {
            let status = try run(["generate", "--config", target.configuration.path] + flags(mode) + arguments)
            switch status {
            case 0: continue
            case 2: Diagnostics.error("The sources of target '\(target.name)' are out of date: run apus-regenerate.")
            default: Diagnostics.error("The sources of target '\(target.name)' could not be generated.")
            }
        }
    }

    private func flags(_ mode: Mode) -> [String] {
        switch mode {
        case .write: []
        case .check: ["--check"]
        }
    }

    private func run(_ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Whether a configuration has the key `output`. Targets of the build tool plugin may have one without it.
    private static func namesOutput(_ configuration: URL) -> Bool {
        guard let text = try? String(contentsOf: configuration, encoding: .utf8) else { return false }
        return text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("output:") }
    }
}
