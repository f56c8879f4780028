import ApusDiagnostics
import Foundation
import Testing

/// `Fixtures/Invalid/<case>/openapi.yaml` is found to have exactly what `expected.txt` beside it says.
///
/// With `APUS_RECORD=1` the findings are written there; the test then fails once, so that they are looked at.
struct InvalidFixturesTests {
    static let cases = Folder.files(in: Folder.invalid).filter { $0.hasDirectoryPath }

    @Test(arguments: cases)
    func findsWhatIsExpected(folder: URL) throws {
        let outcome = try Outcome(folder.appending(path: "openapi.yaml"))
        let found = outcome.findings.map { ($0.first?.isNumber == true ? "openapi.yaml:" : "") + $0 + "\n" }.joined()
        let file = folder.appending(path: "expected.txt")
        let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        if ProcessInfo.processInfo.environment["APUS_RECORD"] == "1" && found != expected {
            try found.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(folder.lastPathComponent)/expected.txt:\n\(found)")
        } else {
            #expect(found == expected)
        }
    }

    /// No check without an example.
    @Test func everyDefectOfThisStageHasACase() throws {
        let expected = try Self.cases.map {
            try String(contentsOf: $0.appending(path: "expected.txt"), encoding: .utf8)
        }
        .joined()
        let all = Defect.allCases
        let first = try #require(all.firstIndex(of: .notOpenapi))
        let last = try #require(all.firstIndex(of: .undefinedServerVariable))
        let missing = all[first...last].filter { !expected.contains("[\($0.identifier)]\n") }
        #expect(missing.map(\.identifier) == [])
    }
}
