import Foundation
import Testing

/// `../shared` contains documents and test suites of other projects, which are not in the repository.
struct SharedFolderTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared").standardizedFileURL
    private static let contents = [
        "cases/wire", "fastapi/cases.jsonl", "json-parsing-suite", "json-schema-suite", "specs",
        "yaml-suite/cases.jsonl",
    ]

    /// Each test that reads one of them is skipped if it is missing: a public clone reports this, and CI fails.
    @Test func nothingIsSkippedInCI() {
        let missing = Self.contents.filter {
            !FileManager.default.fileExists(atPath: Self.folder.appending(path: $0).path)
        }
        if ProcessInfo.processInfo.environment["CI"] == "true" {
            #expect(missing.isEmpty, "tests that CI may not skip need these in \(Self.folder.path)")
        } else if !missing.isEmpty {
            print("Skipped: the tests that need \(missing.joined(separator: ", ")) in \(Self.folder.path)")
        }
    }
}
