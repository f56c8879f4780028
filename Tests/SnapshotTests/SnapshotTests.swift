import ApusRendering
import Foundation
import Testing

/// What is generated from each document of `Fixtures` is what stands in its `Expected`, byte for byte.
///
/// `make record` writes `Expected` anew (`APUS_RECORD=1`); the test then fails once, so that the change is looked at.
struct SnapshotTests {
    @Test(arguments: Fixture.all)
    func sourcesAreAsExpected(fixture: Fixture) throws {
        let (files, report) = try fixture.generate()
        #expect(!files.isEmpty)
        var found = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
        if !report.isEmpty { found["report.txt"] = report }

        var expected: [String: String] = [:]
        let folder = fixture.expected
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
            expected[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        guard ProcessInfo.processInfo.environment["APUS_RECORD"] == "1" else {
            #expect(found.keys.sorted() == expected.keys.sorted())
            for (name, text) in found.sorted(by: { $0.key < $1.key }) {
                #expect(firstDifference(text, expected[name] ?? "") == nil, "\(fixture)/Expected/\(name)")
            }
            return
        }
        guard found != expected else { return }
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in found {
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        Issue.record("recorded \(fixture)/Expected: review it")
    }

    @Test(arguments: Fixture.all)
    func generatingTwiceGivesTheSame(fixture: Fixture) throws {
        #expect(try fixture.generate().files == fixture.generate().files)
    }

    /// The first line that differs, as a message.
    private func firstDifference(_ found: String, _ expected: String) -> String? {
        guard found != expected else { return nil }
        let left = found.split(separator: "\n", omittingEmptySubsequences: false)
        let right = expected.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, pair) in zip(left, right).enumerated() where pair.0 != pair.1 {
            return "line \(index + 1): found `\(pair.0)`, expected `\(pair.1)`"
        }
        return "found \(left.count) lines, expected \(right.count)"
    }
}
