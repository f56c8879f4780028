internal import ApusDiagnostics
internal import ApusGenerator
internal import ApusOpenAPI
internal import ApusYAML
package import Foundation

/// `Fixtures/Invalid/<case>/openapi.yaml`, and `expected.txt` beside it with the findings of `apus validate`.
package struct InvalidFixture: Sendable, CustomStringConvertible {
    package let folder: URL

    package static let all: [InvalidFixture] = {
        let root = Fixture.root.appending(path: "Invalid")
        let folders = (try? FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)) ?? []
        return folders.filter(\.hasDirectoryPath).sorted { $0.path < $1.path }.map { InvalidFixture(folder: $0) }
    }()

    package var description: String {
        folder.lastPathComponent
    }

    package var expectedFile: URL {
        folder.appending(path: "expected.txt")
    }

    package func expectedFindings() -> String {
        (try? String(contentsOf: expectedFile, encoding: .utf8)) ?? ""
    }

    /// The current findings, one per line.
    package func findings() throws -> String {
        let findings = try Outcome(folder.appending(path: "openapi.yaml"), weighing: .validation).findings
        return findings.map { ($0.first?.isNumber == true ? "openapi.yaml:" : "") + $0 + "\n" }.joined()
    }
}
