import Testing

@testable import ApusJSON
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

    @Test(arguments: [
        (ParameterLocation.query, "a/b?c&d=e+f#g,h", "a/b?c%26d%3De%2Bf%23g,h"),
        (.path, "a/b?c&d=e+f#g,h", "a%2Fb%3Fc&d=e+f%23g,h"),
        // RFC 6570, section 3.2.3: escapes are kept; a percent sign that does not begin an escape is encoded.
        (.query, "%2F %zz 100%", "%2F%20%25zz%20100%25"),
    ])
    func keepsReservedCharactersThatMeanNothingThere(place: ParameterLocation, text: String, encoded: String) {
        #expect(PercentCoding.encode(text, keeping: place.harmlessReserved) == encoded)
    }

    @Test(arguments: [
        ("a/b;c,d=e", false, "a/b%3Bc%2Cd=e"), ("50% \"é\"\\", false, "50%25%20%22%C3%A9%22%5C"),
        ("%41%", false, "%2541%25"), ("%41%", true, "%41%25"), ("#[]{}|^`", false, "#[]{}|^`"),
    ])
    func encodesWhatACookieCannotCarry(text: String, keepsEscapes: Bool, encoded: String) {
        #expect(PercentCoding.encode(cookie: text, keepsEscapes: keepsEscapes) == encoded)
    }

    @Test func escapesDelimitersWhateverTheyAre() {
        #expect(PercentCoding.encode("a.b,c", escaping: ".,") == "a%2Eb%2Cc")
        #expect(PercentCoding.encode("a,b:c", keeping: ":,", escaping: ",") == "a%2Cb:c")
    }

    @Test(arguments: [("a b*c~-._é&=+", "a+b*c%7E-._%C3%A9%26%3D%2B"), ("", "")])
    func formsAreEncodedAndDecoded(text: String, encoded: String) {
        #expect(PercentCoding.encode(form: text) == encoded)
        #expect(PercentCoding.decode(encoded[...], plusIsSpace: true) == text)
    }
}
