import Testing

@testable import ApusJSON
@testable import ApusRuntime

struct InternationalHostnameTests {
    /// The encoded form of a label is validated like its letters, in both kinds of names.
    @Test(arguments: GrammarTests.names.filter { $0.format.name == "idn-hostname" })
    func labelsInPunycodeAreJudgedByTheirLetters(table: GrammarTests.Case) throws {
        var count = 0
        for (texts, isValid) in [(table.valid, true), (table.invalid, false)] {
            for text in texts {
                let letters = Array(text.unicodeScalars)
                // Skips what does not reach Punycode: other dots, and letters that are folded.
                let isLabel = !letters.contains { [".", "\u{3002}"].contains($0) || "A"..."Z" ~= $0 }
                guard isLabel, !letters.allSatisfy(\.isASCII), let encoded = Punycode.encode(letters) else { continue }
                let wire = "xn--" + String(String.UnicodeScalarView(encoded))
                for format in [StringFormat.hostname, .idnHostname] {
                    let issues = Validator.validate(try JSONDocument(wire.jsonBytes()).root) {
                        $0.string(format: format)
                    }
                    #expect(issues.isValid == isValid, "\(format.name): \(wire), \(text.debugDescription)")
                }
                count += 1
            }
        }
        #expect(count > 40)
    }

    /// The samples of RFC 3492, section 7.1, encoded and decoded.
    @Test(
        arguments: [
            ("\u{ee}\u{5eb}\u{64a}", nil), ("b\u{fc}cher", "bcher-kva"),
            ("\u{4ed6}\u{4eec}\u{4e3a}\u{4ec0}\u{4e48}\u{4e0d}\u{8bf4}\u{4e2d}\u{6587}", "ihqwcrb4cv8a8dqg056pqjye"),
            ("3\u{5e74}B\u{7d44}\u{91d1}\u{516b}\u{5148}\u{751f}", "3B-ww4c5e180e575a65lsy2b"),
            ("-> $1.00 <-", "-> $1.00 <--"),
        ] as [(String, String?)])
    func punycodeIsEncodedAndDecoded(text: String, expected: String?) throws {
        let letters = Array(text.unicodeScalars)
        let encoded = try #require(Punycode.encode(letters))
        if let expected { #expect(String(String.UnicodeScalarView(encoded)) == expected) }
        #expect(Punycode.decode(encoded) == letters)
    }
}
