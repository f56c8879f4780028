import ApusDiagnostics
import ApusYAML
import Testing

/// The YAML suite, compared with libyaml: if libyaml parses a case, the tree is the suite's JSON; if it refuses, there is an error
/// with a location.
@Suite(
    .enabled(if: YAMLSuite.isPresent, "the folder ../shared/yaml-suite is missing"),
    .enabled(
        if: !YAMLSuite.isPresent || LibyamlVerdicts.parsed != nil,
        "PyYAML with its C loader is missing; name an interpreter that has it in APUS_PYTHON"
    )
)
struct YAMLSuiteTests {
    /// There are two hundred cases, of which libyaml parses more than half; a smaller number means that the test did not find them.
    @Test func theSuiteWasRead() {
        #expect(YAMLSuite.cases.count >= 200)
        #expect((LibyamlVerdicts.parsed?.count ?? 0) >= 130)
    }

    @Test(arguments: YAMLSuite.cases)
    func aCaseIsReadAsTheSuiteSays(_ testCase: SuiteCase) {
        let loaded = Loaded(testCase.yaml)
        guard LibyamlVerdicts.parsed?.contains(testCase.id) == true else { return expectRefusal(of: testCase, loaded) }
        guard let json = testCase.json else { return }
        let isRead = json.isBlank ? loaded.findings == ["error 1:1 input-empty"] : loaded.isEqual(to: json)
        if let reason = SuiteExclusions.table[testCase.id] {
            #expect(!isRead, "passes, so it must leave the table of exclusions, where it stands for \(reason)")
        } else {
            #expect(isRead, "\(loaded.json ?? "no tree") \(loaded.findings)")
        }
    }

    /// JSON is never passed to libyaml, which refuses some of it (`{"foo"\n: "bar"}`).
    private func expectRefusal(of testCase: SuiteCase, _ loaded: Loaded) {
        if Loaded(testCase.yaml, name: "case.json").node != nil {
            #expect(testCase.json.map(loaded.isEqual) == true)
        } else {
            #expect(loaded.node == nil && loaded.hasLocatedError, "libyaml refuses it")
        }
    }

    @Test func everyExclusionNamesACase() {
        let ids = Set(YAMLSuite.cases.map(\.id))
        #expect(SuiteExclusions.table.keys.allSatisfy(ids.contains))
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension Loaded {
    /// Whether there is an error at a line and column of the text.
    var hasLocatedError: Bool { findings.contains { $0.hasPrefix("error ") && !$0.hasPrefix("error 0:") } }

    fileprivate func isEqual(to json: String) -> Bool {
        guard let node, let expected = Loaded(json, name: "expected.json").node else { return false }
        return node == expected
    }
}
