import ApusRendering
import Testing

struct EscapingTests {
    @Test(arguments: [
        ("plain", "\"plain\""), ("say \"hi\"", "\"say \\\"hi\\\"\""), ("\\(evil())", "\"\\\\(evil())\""),
        ("a\nb\r\t", "\"a\\nb\\r\\t\""), ("\u{202E}x", "\"\\u{202E}x\""), ("\0", "\"\\u{0}\""), ("é😀", "\"é😀\""),
        ("\u{2028}", "\"\\u{2028}\""), ("\"\"\"", "\"\\\"\\\"\\\"\""), ("👨‍👩‍👧", "\"👨‍👩‍👧\""),
    ])
    func stringLiterals(text: String, literal: String) {
        #expect(Escaping.stringLiteral(text) == literal)
    }

    @Test(arguments: [
        ("one", ["/// one"]), ("one\n\ntwo", ["/// one", "///", "/// two"]), ("\n\none\n\n", ["/// one"]),
        ("a\r\nb\rc", ["/// a", "/// b", "/// c"]), ("a\u{2028}evil()", ["/// a", "/// evil()"]),
        ("*/ evil() /*", ["/// */ evil() /*"]), ("\u{202E}a\0", ["/// a"]), ("a  \n", ["/// a"]),
    ])
    func documentation(text: String, lines: [String]) {
        #expect(Escaping.documentation(text) == lines)
    }

    @Test(arguments: [
        ("default", "`default`"), ("title", "title"), ("self", "`self`"), ("2fa", "`2fa`"), ("in", "`in`"),
        // Letters for Swift, though not for Unicode: backticks around them cause a warning.
        ("\u{203F}", "\u{203F}"), ("\u{FE33}a", "\u{FE33}a"), ("\u{661}", "\u{661}"), ("\u{301}a", "`\u{301}a`"),
    ])
    func identifiers(name: String, identifier: String) {
        #expect(Escaping.identifier(name) == identifier)
    }

    @Test(arguments: [
        ("20", "20"), ("999999", "999999"), ("1000000", "1_000_000"), ("-20000000", "-20_000_000"),
        ("1000000.5", "1000000.5"), ("\"12345678\"", "\"12345678\""),
    ])
    func numbers(text: String, literal: String) {
        #expect(Escaping.number(text) == literal)
    }

    @Test(arguments: [("default", "default"), ("self", "self"), ("2fa", "`2fa`")])
    func labels(name: String, label: String) {
        #expect(Escaping.label(name) == label)
    }

    @Test func aCommentStaysOnItsLine() {
        #expect(Escaping.comment("a\nimport Evil\u{2028}b.yaml") == "a import Evil b.yaml")
    }
}
