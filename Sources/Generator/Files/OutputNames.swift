import ApusPlanning
import ApusRendering

/// The files that `--shards N` promises: the build tool plugin declares them before the tool runs.
///
/// One shard: `Models.swift`, `Validators.swift`, `Client.swift`, `Server.swift`, `Samples.swift`. Several: `Models0.swift`,
/// `Models1.swift`, ... The plugin cannot link this code; `Plugins/ApusBuildTool/OutputNames.swift` does the same, and the build of
/// `Examples/BuildPlugin` fails if they differ.
package enum OutputNames {
    package static func all(shards: Int) -> [String] {
        PlanOptions.Part.allCases.flatMap { part in
            let name = part.rawValue.prefix(1).uppercased() + part.rawValue.dropFirst()
            return shards == 1 ? ["\(name).swift"] : (0..<shards).map { "\(name)\($0).swift" }
        }
    }

    /// Adds the promised files that the document does not need, with nothing but the header.
    package static func complete(_ files: [RenderedFile], shards: Int) -> [RenderedFile] {
        let header = files.first.map { Self.header(of: $0.text) } ?? ""
        let rendered = Set(files.map(\.path))
        return files
            + all(shards: shards).filter { !rendered.contains($0) }.map { RenderedFile(path: $0, text: header) }
    }

    private static func header(of text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("//") }
            .map { $0 + "\n" }.joined()
    }
}
