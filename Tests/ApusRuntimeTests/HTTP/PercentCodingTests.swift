import Testing

@testable import ApusRuntime

@Suite struct PercentCodingTests {
    @Test(arguments: [
        ("abcXYZ019-._~", "abcXYZ019-._~"),
        ("a/b c?é", "a%2Fb%20c%3F%C3%A9"),
        ("%2F", "%252F"),
        ("😀", "%F0%9F%98%80"),
        ("a+b&c=d#e", "a%2Bb%26c%3Dd%23e"),
        ("\u{0}\n", "%00%0A"),
        ("", ""),
    ])
    func encodesAndDecodesBack(text: String, encoded: String) {
        #expect(PercentCoding.encode(text) == encoded)
        #expect(PercentCoding.decode(encoded[...]) == text)
    }

    @Test(arguments: [
        ("%zz%2", "%zz%2"),
        ("100%", "100%"),
        ("%ff", "\u{FFFD}"),
        ("%e9%C3%a9", "\u{FFFD}é"),
        ("a+b", "a+b"),
    ])
    func decodesWhatIsNotEncodedRight(raw: String, text: String) {
        #expect(PercentCoding.decode(raw[...]) == text)
    }

    @Test func readsPlusAsSpaceInForms() {
        #expect(PercentCoding.decode("a+b%2Bc", plusIsSpace: true) == "a b+c")
    }

    @Test func leavesReservedCharactersThatCannotEndAValue() {
        #expect(PercentCoding.encode("a/b?c&d=e+f#g,h", allowReserved: true) == "a/b?c%26d%3De%2Bf%23g,h")
    }
}
