import ApusOpenAPI
import FixtureOutput
import Testing

/// Patterns in the notation of other languages.
struct PatternDialectTests {
    /// The pattern as it is read; `nil` if it is not checked.
    private func read(_ pattern: String) -> (pattern: String?, findings: [String]) {
        let outcome = Outcome(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components: {schemas: {S: {type: string, pattern: '\(pattern)'}}}
            """
        )
        return (outcome.document?.components.schemas["S"]?.strings.pattern?.value, outcome.findings)
    }

    @Test(arguments: [
        ("(?i)ab1", "[aA][bB]1"),
        ("^(?i)a$", "^[aA]$"),
        ("(?i)[^a-c_X]", "[^a-c_XA-Cx]"),
        ("(?i)\\d\\u0041\\p{Lu}é", "\\d\\u0041\\p{Lu}[éÉ]"),
        ("(?i)(?<name>a)\\k<name>", "(?<name>[aA])\\k<name>"),
        ("(?s)a.b", "a[\\s\\S]b"),
        ("/^a+$/", "^a+$"),
        ("/^a[b-d]$/i", "^[aA][b-dB-D]$"),
        ("\\Aa\\Z", "^a$"),
        ("(?P<year>\\d+)", "(?<year>\\d+)"),
        ("[[:alpha:]_]+", "[a-zA-Z_]+"),
    ])
    func patternsOfOtherDialectsAreTranslated(pattern: String, read expected: String) {
        let (pattern, findings) = read(pattern)
        #expect(pattern == expected)
        #expect(findings.count == 1 && findings[0].hasSuffix("[foreign-pattern]"))
    }

    @Test(arguments: ["^[a-z/]+$", "/a/b", "(?:a|b)(?=c)", "a.b", "[\\d_-]", "(?<!a)b", "[(?i)]"])
    func staysAsItIs(pattern: String) {
        let (read, findings) = read(pattern)
        #expect(read == pattern)
        #expect(findings.isEmpty)
    }

    @Test(arguments: ["(?>a)b", "a++", "\\Ga", "\\h+", "(?x) a", "(?i)a++", "(a"])
    func patternsWithoutATranslationAreNotChecked(pattern: String) {
        let (read, findings) = read(pattern)
        #expect(read == nil)
        #expect(findings.count == 1 && findings[0].hasSuffix("; the pattern is not checked [invalid-pattern]"))
    }
}
