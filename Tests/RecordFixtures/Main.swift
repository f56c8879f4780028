import FixtureOutput
import Foundation

/// Rewrites `Fixtures/*/Expected` and `Fixtures/Invalid/*/expected.txt`: `make record`.
@main
struct Main {
    static func main() throws {
        for fixture in Fixture.all {
            let texts = try fixture.texts()
            guard try texts != fixture.expectedTexts() else { continue }
            try? FileManager.default.removeItem(at: fixture.expected)
            try FileManager.default.createDirectory(at: fixture.expected, withIntermediateDirectories: true)
            for (name, text) in texts {
                try text.write(to: fixture.expected.appending(path: name), atomically: true, encoding: .utf8)
            }
            print("recorded \(fixture)/Expected: review it")
        }
        for fixture in InvalidFixture.all {
            let findings = try fixture.findings()
            guard findings != fixture.expectedFindings() else { continue }
            try findings.write(to: fixture.expectedFile, atomically: true, encoding: .utf8)
            print("recorded Invalid/\(fixture)/expected.txt: review it")
        }
    }
}
