import ApusRuntime
import Testing

struct StringPatternTests {
    @Test(
        arguments: [
            ("a", ["a", "bab"], ["", "b", "A"]), ("^a$", ["a"], ["ab", "ba", "a\n", "\na"]), ("", ["", "x"], []),
            ("^$", [""], ["x", "\n"]), ("^(a|b)*c|d$", ["abc", "cx", "xd"], ["ab", "dx"]),
            ("^a{2}$", ["aa"], ["a", "aaa"]), ("^a{2,}$", ["aa", "aaa"], ["a"]),
            ("^a{1,2}?$", ["a", "aa"], ["", "aaa"]),
            ("^a{0}$", [""], ["a"]), ("^(?:ab?){2,3}$", ["aa", "abab", "aba"], ["a", "abb"]),
            // Characters are code points, not units of UTF-16 and not graphemes.
            ("^.$", ["a", "é", "中", "😀"], ["", "ab", "\n", "\r", "\u{2028}", "e\u{301}", "\r\n"]),
            ("^.{2}$", ["e\u{301}"], ["é"]),
            (#"^\d+$"#, ["0", "123"], ["", "٣", "12a"]), (#"^\w$"#, ["a", "_", "9"], ["é", "-", "ſ"]),
            (#"^\s$"#, [" ", "\t", "\u{A0}", "\u{FEFF}", "\u{2029}"], ["\u{85}", "\u{200B}", "a"]),
            (#"^[^\D5-9]$"#, ["0", "4"], ["5", "a"]), ("^[]$", [], ["", "a"]), ("^[^]$", ["a", "\n"], [""]),
            ("^[a-c-]$", ["b", "-"], ["d"]), (#"^[\b]$"#, ["\u{8}"], ["b"]), ("^[😀-😏]$", ["😀", "😎"], ["😐", "a"]),
            (#"^\ud83d\ude00$"#, ["😀"], []), (#"^\u{1F600}\x41\cJ\0$"#, ["😀A\n\0"], []),
            (#"\bfoo\b"#, ["foo", "a foo!", "-foo-"], ["food", "_foo", "foo9"]), (#"^\Ba"#, [], ["a"]),
            (#"a\B"#, ["ab"], ["a", "a b"]), (#"\bé"#, ["aé"], ["é", " é"]),
            (#"^\p{Lu}\p{Script=Greek}\P{L}$"#, ["Éλ1"], ["éλ1", "Éa1", "Éλa"]),
            (#"^[\p{Nd}\p{Emoji_Presentation}]+$"#, ["٣😀"], ["a"]), (#"^\p{gc=Sc}\p{scx=Deva}$"#, ["€\u{964}"], ["$a"]),
            // Look-around.
            (#"^(?=.*[A-Z])(?=.*\d).{4,}$"#, ["abC1", "1Cxx"], ["abc1", "C1", "ABCD"]),
            ("^(?!foo)", ["fo", "xfoo"], ["food"]),
            ("(?<=a)b", ["ab"], ["b", "cb"]), ("(?<!a)b", ["b", "cb", "abb"], ["ab"]),
            ("^(?:(?!ab).)*$", ["ba", "acb"], ["cab"]),
            ("(?=a(?!b)).", ["ac", "a"], ["ab", "b"]), (#"(?<=^\w{2}(?<!bb))c"#, ["abc"], ["bbc", "aabc"]),
            ("(?=é$)", ["aé"], ["éa"]), (#"(?<=\bé)x"#, ["aéx"], ["éx"]),
            // Back-references.
            (#"^(\w+) \1$"#, ["a a", "ab ab"], ["a b", "a aa"]),
            (#"^(?<q>['"]).*\k<q>$"#, [#""a""#, "'b'"], [#""a'"#]),
            (#"^\1(a)$"#, ["a"], ["aa"]), (#"^(?:(a)|b\1)*$"#, ["aba", "ab"], ["aaab1"]),
            (#"(?<=\1(a))b"#, ["aab"], ["ab"]),
            (#"^(a*)*\1$"#, ["", "aa"], ["b"]), (#"^(?:(?=(a+))a*b\1)$"#, ["aba", "aabaa"], ["ab"]),
            // Groups that change flags.
            ("^(?i:straße K)$", ["STRAßE k", "straẞe \u{212A}"], ["STRASSE k"]), ("(?m:^b$)", ["a\nb\nc"], ["ab"]),
            ("^(?s:.)$", ["\n"], []), ("^(?i:a(?-i:b))$", ["Ab"], ["AB"]), (#"^(?i:\w)$"#, ["ſ", "\u{212A}"], ["é"]),
            // Valid only without the `u` flag.
            (#"^[\w-.]+$"#, ["a-.b"], ["a b"]), (#"^\-\@\_$"#, ["-@_"], []), ("^a{,3}$", ["a{,3}"], ["aa"]),
            ("^x{$", ["x{"], ["x"]), (#"^\p{Foo}$"#, ["p{Foo}"], ["F"]), ("^]}$", ["]}"], []),
            (#"^\101\8$"#, ["A8"], []), ("^(?=a)*b$", ["b"], ["a"]),
        ] as [(String, [String], [String])])
    func aPatternMatchesItsTextsAlone(source: String, hits: [String], misses: [String]) throws {
        let pattern = try StringPattern(source)
        for text in hits { #expect(pattern.matches(text), "\(text.debugDescription)") }
        for text in misses { #expect(!pattern.matches(text), "\(text.debugDescription)") }
    }

    @Test(arguments: [
        ("(", "unterminated group at character 1"), ("a)", "unmatched ')' at character 2"),
        ("[b-a]", "the range's ends are out of order at character 2"), ("*", "nothing to repeat at character 1"),
        ("(?>a)", "invalid group at character 1"),
        ("a{2,1}", "the quantifier's numbers are out of order at character 2"),
        ("(a{1000}){1000}", "the pattern is too large"), ("a{9999999999999999999}", "the pattern is too large"),
    ])
    func anInvalidPatternIsRefusedWithItsPlace(source: String, message: String) {
        #expect(throws: PatternError.self) { try StringPattern(source) }
        do throws(PatternError) { _ = try StringPattern(source) } catch { #expect(error.description == message) }
    }

    @Test func groupsNestedTooDeepAreRefused() {
        anInvalidPatternIsRefusedWithItsPlace(
            source: String(repeating: "(", count: 100_000), message: "groups are nested too deep at character 102")
    }

    /// Patterns that would take a backtracking engine too long.
    @Test(arguments: [
        ("^(a+)+$", "a", "!"), (#"^(\w+\s?)*$"#, "a", "!"), ("(x+x+)+y", "x", ""), ("^(a|aa)+$", "a", "b"),
        (#"^([a-zA-Z0-9_.-]+)@([a-zA-Z0-9_.-]+)\.([a-z]{2,5})$"#, "a@", "!"), ("(.*a){20}", "b", ""),
        ("(a|b)*a(a|b){20}$", "ab", "c"), ("^(?=(?:a+)+$)", "a", "!"), ("(?<!x.*)y", "x", "y"),
    ])
    func hostilePatternsTakeLinearTime(source: String, repeated: String, end: String) throws {
        let pattern = try StringPattern(source)
        #expect(pattern.isLinear)
        #expect(!pattern.matches(String(repeating: repeated, count: 100_000 / repeated.count) + end))
    }

    /// Parts of a pattern next to arbitrary text that do not affect the result are left out.
    @Test(
        arguments: [
            ("a{2,}b", ["aab", "caaab"], ["ab", "b"]),
            ("(a{2,3}b?){2,9}c", ["aabaac", "aaaac", "xaaaabc"], ["aaac", "aabc"]),
            ("a{2,}$", ["aa", "baa"], ["a", "aab"]), ("^a{2,}", ["aab"], ["ab"]), ("a?", ["", "b"], []),
            ("(a|b+)c*", ["xb", "a"], ["c"]), ("a?b{0,2}^c", ["cd"], ["ac", "bc"]), (#"(\ba+){1,}"#, ["-a"], ["ba"]),
            (#"(\Ba){2,5}c"#, ["aaac"], ["aac", "-aac"]), ("(?=a{2,}b*)a", ["aa", "baa"], ["ab"]),
            ("(?<=b{2,}a?)c", ["bbc", "bbac"], ["bc", "bac"]), ("^(?:a?){3}$", ["", "aaa"], ["aaaa"]),
            ("^(?:a?b?){2,3}$", ["", "ababab", "bbb", "ba"], ["bbbb"]),
            ("^(?:a{2}){1,2}$", ["aa", "aaaa"], ["aaa", "a"]),
            ("^(?:a{2,3}){0,2}$", ["", "aa", "aaaaaa"], ["a", "aaaaaaa"]), ("^(?:a{2,}){2}$", ["aaaa"], ["aaa"]),
            (#"^(?:\b){0,2}a$"#, ["a"], ["-"]), (#"^(?:\Ba?){2}$"#, [""], ["a"]),
            ("^(?:(?:)|a){2,}$", ["", "aaa"], ["b"]),
        ] as [(String, [String], [String])])
    func repetitionsBeforeAnythingAreTrimmed(source: String, hits: [String], misses: [String]) throws {
        try aPatternMatchesItsTextsAlone(source: source, hits: hits, misses: misses)
    }

    /// More states than are kept, for strings that do not return to a previous state.
    @Test func statesThatAreNotKeptAreMadeAgain() throws {
        let pattern = try StringPattern("[ab]*a[ab]{300}$")
        var random = SplitMix(state: 1)
        let text = (0..<3000).map { _ in Bool.random(using: &random) ? "a" : "b" }
        #expect(pattern.matches(text.joined() + "a" + text.prefix(300).joined()))
        #expect(!pattern.matches(text.joined() + "b" + text.prefix(300).joined()))
    }

    @Test func issueOfTooManySteps() throws {
        let text = #"""# + String(repeating: "a", count: 40) + #"""#
        let found = Validator.validate(try JSONDocument(text).root) { $0.string(pattern: #"^(a+)+\1b$"#) }
        #expect(found.map(\.kind) == [.pattern(#"^(a+)+\1b$"#)])
        #expect(found.first?.message == #"takes too many steps to match ^(a+)+\1b$"#)
        #expect(try !StringPattern(#"^(a+)+\1b$"#).isLinear)
    }

    /// One literal on many threads: it is compiled once, and states that one thread creates are used by the others.
    @Test func aPatternIsCompiledOnceForAllThreads() async throws {
        let json = try JSONDocument(#""abababababab""#)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    (0..<50).allSatisfy { _ in
                        Validator.validate(json.root) { $0.string(pattern: "[ab]*a[ab]{9}$") }.isEmpty
                    }
                }
            }
            for await isValid in group { #expect(isValid) }
        }
    }
}
