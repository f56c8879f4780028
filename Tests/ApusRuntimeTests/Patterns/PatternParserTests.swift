import ApusJSON
import Testing

struct PatternParserTests {
    @Test(arguments: [
        "", "a|b|", "^$", "^[a-z]+$", "(a)(?:b)(?=c)(?!d)(?<=e)(?<!f)", "a*b+c?d{2}e{2,}f{2,3}?", #"\d\D\s\S\w\W\b\B"#,
        #"\0\n\r\t\v\f\cA\x41\u0041\u{1F600}\ud83d\ude00"#, #"\^\$\\\.\*\+\?\(\)\[\]\{\}\|\/"#, #"[\-\]\b^a-z]"#,
        #"[^]"#, "[]", #"(a)\1"#, #"\1(a)"#, #"(?<year>\d+)\k<year>"#, #"\k<a>(?<a>b)"#, "(?<a>x)|(?<a>y)",
        #"\p{L}\P{Lu}\p{Script=Greek}\p{sc=Latn}\p{General_Category=Letter}\p{Emoji}\p{ASCII}"#,
        "(?i:a)(?i-m:b)(?-s:c)",
        "[a-]", "[-a]", "[a-a]", #"[\d\w]"#, "[😀-😏]",
        "a{00002,000010}", "(((a)))", #"^(?=.*[A-Z])(?=.*\d).{8,}$"#, "(?<$Ä_1>a)",
    ])
    func aValidPatternIsAccepted(pattern: String) throws {
        try PatternParser.check(pattern, isUnicode: true)
        try PatternParser.check(pattern, isUnicode: false)
    }

    /// Without the flag, braces are not part of an escape; two surrogate escapes are still one character.
    @Test func rangesOfEmojiAreReadByCodePoints() {
        let braces = #"[\u{1F600}-\u{1F64F}]"#
        #expect(error(braces, isUnicode: true) == nil)
        #expect(error(braces, isUnicode: false) == "the range's ends are out of order at character 10")
        let surrogates = #"[\ud83d\ude00-\ud83d\ude4f]"#
        #expect(error(surrogates, isUnicode: true) == nil)
        #expect(error(surrogates, isUnicode: false) == nil)
    }

    /// Valid only without the `u` flag.
    @Test(arguments: [
        (#"[\w-.]"#, "a range cannot begin or end with a class at character 2"),
        (#"[a-\d]"#, "a range cannot begin or end with a class at character 2"),
        (#"\-"#, #"invalid escape '\-' at character 1"#), (#"\@"#, #"invalid escape '\@' at character 1"#),
        (#"a\_"#, #"invalid escape '\_' at character 2"#), ("{", "incomplete quantifier at character 1"),
        ("a{", "incomplete quantifier at character 2"), ("a{,3}", "incomplete quantifier at character 2"),
        ("a{1", "incomplete quantifier at character 2"), ("}", "lone '}' at character 1"),
        ("]", "lone ']' at character 1"),
        (#"\1"#, "there is no group with the number 1 at character 1"), (#"\01"#, "octal escape at character 1"),
        (#"\x4"#, #"invalid escape '\x' at character 1"#), (#"\u12"#, #"invalid escape '\u' at character 1"#),
        (#"\u{110000}"#, #"invalid escape '\u' at character 1"#), (#"\c1"#, #"invalid escape '\c' at character 1"#),
        (#"\k"#, "there is no group with this name at character 1"),
        (#"\k<a>"#, "there is no group with this name at character 1"),
        (#"\p{Foo}"#, "unknown Unicode property at character 1"), (#"\pL"#, "unknown Unicode property at character 1"),
        (#"\p{IsLatin}"#, "unknown Unicode property at character 1"), ("(?=a)*", "nothing to repeat at character 6"),
        (#"\A"#, #"invalid escape '\A' at character 1"#), (#"[\1]"#, "invalid escape at character 2"),
    ])
    func aLegacyPatternIsValidWithoutTheUnicodeFlagOnly(pattern: String, message: String) throws {
        #expect(error(pattern, isUnicode: true) == message)
        #expect(error(pattern, isUnicode: false) == nil)
    }

    @Test(arguments: [
        ("(", "unterminated group at character 1"), ("a(b", "unterminated group at character 2"),
        (")", "unmatched ')' at character 1"), ("a)", "unmatched ')' at character 2"),
        ("[a", "unterminated class at character 1"), ("[z-a]", "the range's ends are out of order at character 2"),
        ("*", "nothing to repeat at character 1"), ("a**", "nothing to repeat at character 3"),
        ("a++", "nothing to repeat at character 3"), ("^*", "nothing to repeat at character 2"),
        (#"\b+"#, "nothing to repeat at character 3"), ("a|*", "nothing to repeat at character 3"),
        ("{1}", "nothing to repeat at character 1"), ("(?<=a)*", "nothing to repeat at character 7"),
        ("a{3,2}", "the quantifier's numbers are out of order at character 2"),
        ("\\", #"lone '\' at the end at character 1"#),
        ("(?i)a", "invalid group at character 1"), ("(?P<a>b)", "invalid group at character 1"),
        ("(?<1a>b)", "invalid group name at character 4"),
        ("(?<a>b)(?<a>c)", "two groups are named 'a' at character 8"),
        (#"(?<a>b)\k<b>"#, "there is no group with this name at character 8"),
        ("(?ii:a)", "invalid group at character 1"),
        ("(?-:a)", "invalid group at character 1"), ("(?>a)", "invalid group at character 1"),
    ])
    func anInvalidPatternIsRefusedWithItsPlace(pattern: String, message: String) {
        #expect(error(pattern, isUnicode: true) == message)
        #expect(error(pattern, isUnicode: false) == message)
    }

    @Test func groupsNestedTooDeepAreRefused() {
        anInvalidPatternIsRefusedWithItsPlace(
            pattern: String(repeating: "(", count: 100_000), message: "groups are nested too deep at character 102")
    }

    private func error(_ pattern: String, isUnicode: Bool) -> String? {
        do throws(PatternError) {
            try PatternParser.check(pattern, isUnicode: isUnicode)
            return nil
        } catch {
            return error.description
        }
    }
}
