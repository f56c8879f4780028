import ApusDiagnostics
import FixtureOutput
import Testing

/// The findings in `Fixtures/Invalid/<case>/openapi.yaml` are exactly those in `expected.txt` beside it, which `make record`
/// writes.
struct InvalidFixturesTests {
    @Test(arguments: InvalidFixture.all)
    func findsWhatIsExpected(fixture: InvalidFixture) throws {
        #expect(try fixture.findings() == fixture.expectedFindings())
    }

    /// There is no check without an example.
    @Test func everyDefectOfThisStageHasACase() throws {
        let expected = InvalidFixture.all.map { $0.expectedFindings() }.joined()
        let all = Defect.allCases
        let first = try #require(all.firstIndex(of: .notOpenapi))
        let last = try #require(all.firstIndex(of: .undefinedServerVariable))
        let missing = all[first...last].filter { !expected.contains("[\($0.identifier)]\n") }
        #expect(missing.map(\.identifier) == [])
    }
}
