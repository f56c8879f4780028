import FixtureOutput
import Testing

/// The generated sources of each document in `Fixtures` are the same as in its `Expected`, byte for byte. `make record` writes
/// `Expected`.
struct SnapshotTests {
    @Test(arguments: Fixture.all)
    func sourcesAreAsExpected(fixture: Fixture) throws {
        let found = try fixture.texts()
        let expected = try fixture.expectedTexts()
        #expect(found.keys.contains { $0.hasSuffix(".swift") })
        #expect(found.keys.sorted() == expected.keys.sorted())
        for (name, text) in found.sorted(by: { $0.key < $1.key }) {
            #expect(firstDifference(text, expected[name] ?? "") == nil, "\(fixture)/Expected/\(name)")
        }
    }

    @Test(arguments: Fixture.all)
    func generatingTwiceGivesTheSame(fixture: Fixture) throws {
        #expect(try fixture.texts() == fixture.texts())
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
