import Foundation
import Testing

/// CONTRIBUTING.md says where to add what: a path in its tables that does not exist would mislead.
struct ContributingTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardizedFileURL
    /// What the paths are relative to.
    private static let roots = ["", "Sources", "Tests", "Fixtures", "Fixtures/Tests"]

    @Test func everyPathInATableExists() throws {
        let file = Self.repository.appending(path: "CONTRIBUTING.md")
        let paths = Self.paths(in: try String(contentsOf: file, encoding: .utf8))
        #expect(paths.count > 150)
        #expect(paths.filter { !Self.exists($0) } == [])
    }

    /// `Fixtures/Invalid/<rule>` is the folder `Fixtures/Invalid`, and a name in backticks without a slash is no path.
    @Test func pathsOfATable() {
        let text =
            "`a/b`\n| `a/b.swift`, `x` | `make c/d` | `Invalid/<rule>`, `e/*/f`, `../shared/g` |\n| `a/b.swift` |"
        #expect(Self.paths(in: text) == ["a/b.swift", "Invalid", "e"])
        #expect(Self.exists("CLITests/DiffTests") && Self.exists("Planning/Checks") && Self.exists("SDKTests/HTTP"))
        #expect(!Self.exists("Planning/Checks/Nothing.swift"))
    }

    /// In the order of the text, each once. `../shared` is not in the repository.
    private static func paths(in text: String) -> [String] {
        var seen: Set<String> = []
        return text.split(separator: "\n").filter { $0.hasPrefix("|") }.flatMap { row in
            row.matches(of: /`([^` ]+\/[^` ]*)`/).map { String($0.1) }
        }
        .filter { !$0.hasPrefix("../") }
        .map { path in
            let end = path.firstIndex { $0 == "<" || $0 == "*" } ?? path.endIndex
            return end == path.endIndex ? path : String(path[..<end].dropLast())
        }
        .filter { seen.insert($0).inserted }
    }

    /// The name of a test file may lack its extension.
    private static func exists(_ path: String) -> Bool {
        roots.contains { root in
            [path, path + ".swift"].contains {
                FileManager.default.fileExists(atPath: repository.appending(path: root).appending(path: $0).path)
            }
        }
    }
}
