import ApusRuntime
import Foundation
import Testing

struct StringTests {
    @Test(arguments: [
        (#""""#, ""),
        (#""a""#, "a"),
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
        (#""\u0000\u001f\u007f""#, "\u{0}\u{1F}\u{7F}"),
        (#""\u00e9\u20AC\ud83d\ude00""#, "é€😀"),
        (#""é€😀""#, "é€😀"),
        (#""1234567\n12345678\n""#, "1234567\n12345678\n"),
        (#""\udbff\udfff""#, "\u{10FFFF}"),
    ])
    func stringsAreReadWithTheirEscapes(json: String, value: String) throws {
        #expect(try String(jsonText: json).unicodeScalars.elementsEqual(value.unicodeScalars))
    }

    /// The fewest escapes: quotes, backslashes, control characters.
    @Test(arguments: [
        ("", #""""#),
        ("a/b", #""a/b""#),
        ("\"\\\u{8}\u{C}\n\r\t", #""\"\\\b\f\n\r\t""#),
        ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
        ("é€😀\u{2028}", "\"é€😀\u{2028}\""),
        ("12345678\"", #""12345678\"""#),
    ])
    func stringsAreWrittenWithTheFewestEscapes(value: String, json: String) throws {
        #expect(try value.jsonText() == json)
    }

    /// Characters that need attention at every position within eight bytes, compared with Foundation's results.
    @Test func randomStringsAgreeWithFoundation() throws {
        var generator = Generator(seed: 2)
        let scalars: [Unicode.Scalar] = [
            "a", "b", "\"", "\\", "\n", "\u{0}", "é", "€", "😀", "\u{2028}", "\u{301}", " ",
        ]
        for _ in 0..<3000 {
            var value = ""
            for _ in 0..<Int.random(in: 0...30, using: &generator) {
                let isPlain = Int.random(in: 0..<4, using: &generator) > 0
                value.unicodeScalars.append(isPlain ? "x" : scalars.randomElement(using: &generator) ?? "y")
            }
            let bytes = try value.jsonBytes()
            #expect(Array(try String(jsonBytes: bytes).utf8) == Array(value.utf8))
            let read = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) as? String
            #expect(read.map { Array($0.utf8) } == Array(value.utf8))
            let theirs = try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed)
            #expect(try Array(String(jsonBytes: theirs).utf8) == Array(value.utf8))
        }
    }
}
