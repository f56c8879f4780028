import ApusYAML
import Foundation
import Testing

/// For any input, the result is a tree or an error with a location, soon and without a crash.
struct HostileInputTests {
    @Test(arguments: ["[", "{a: ", "{\"a\":", "- ", "? ", "!!seq [", "&a [", "[{", "- [", "a: {b: [", "[\n", "{\n?x: "])
    func deepNestingIsRefused(opening: String) {
        let text = String(repeating: opening, count: 100_000)
        for name in ["test.yaml", "test.json", "test.txt"] { expectError(Loaded(text, name: name)) }
    }

    /// With indentation, the file size grows with the square of the depth, so a file cannot be much deeper than this.
    @Test func deepBlockStyleIsRefused() {
        let text = (0..<3_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(Loaded(text).findings == ["error 257:257 nesting-too-deep"])
    }

    @Test func anAliasBombIsRefused() {
        let layers = (1..<40).map { "- &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]" }
        let loaded = Loaded("- &a0 lol\n" + layers.joined(separator: "\n"))
        #expect(loaded.findings.count == 1)
        #expect(loaded.findings.first?.hasSuffix("too-many-nodes") == true)
    }

    @Test func aMergeBombIsRefused() {
        let layers = (1..<40).map { "- &a\($0) {<<: [*a\($0 - 1), *a\($0 - 1)], k\($0): *a\($0 - 1)}" }
        let loaded = Loaded("- &a0 {k: v}\n" + layers.joined(separator: "\n"))
        #expect(loaded.findings.count == 1)
        #expect(loaded.findings.first?.hasSuffix("too-many-nodes") == true)
    }

    @Test func aChainOfAliasesTooDeepIsRefused() {
        let layers = (1..<400).map { "- &a\($0) [*a\($0 - 1)]" }
        #expect(Loaded("- &a0 lol\n" + layers.joined(separator: "\n")).findings == ["error 257:10 nesting-too-deep"])
    }

    @Test func aHundredThousandDuplicateKeysAreReported() {
        let keys = (0..<100_000).map { "k\($0): 1\n" }.joined()
        let loaded = Loaded(keys + keys)
        #expect(loaded.node?.mapping?.count == 100_000)
        #expect(loaded.findings.count == 1_000)
    }

    @Test(arguments: [
        Sample("open pairs", "[?x, ", times: 1_000), Sample("pairs", "{", "?x, ", times: 1_000, "}"),
        Sample("unusual anchors", "- &a:b c\n", times: 1_000), Sample("a long key", "x", times: 100_000, ": 1"),
        Sample("backticks", "`", times: 100_000), Sample("blocks", "```\nopenapi: 3\n```\n", times: 5_000),
        Sample("directives", "%TAG ! !\n", times: 10_000), Sample("escapes", "a: \"", "\\x00", times: 50_000),
        Sample("stars", "*", times: 10_000), Sample("ampersands", "&", times: 10_000),
        Sample("tabs", "\t", times: 10_000),
        Sample("line breaks", "\u{85}\u{2028}", times: 10_000, "@"), Sample("zero bytes", "\0", times: 10_000),
        Sample("digits", "a: ", "9", times: 100_000), Sample("hexadecimal digits", "a: 0x", "F", times: 100_000),
        Sample("a great exponent", "a: 1e", "9", times: 100_000), Sample("a long tag", "!", "%41", times: 10_000, " a"),
        Sample("an open sequence", "[", "a,", times: 50_000), Sample("aliases", "[", "&a b, *a, ", times: 10_000, "]"),
    ])
    func oddTextInQuantityIsReadOrRefused(_ sample: Sample) {
        for name in ["test.yaml", "test.json", "test.md", "test.txt"] { expectOutcome(Loaded(sample.text, name: name)) }
    }

    @Test(arguments: Sample.documents)
    func theDocumentsThatAreToBeDamagedAreSound(_ sample: Sample) {
        #expect(Loaded(sample.text, name: sample.name).findings.allSatisfy { $0.hasSuffix("unknown-tag") })
    }

    /// Every prefix of a document, as a broken connection or a full disk would leave it.
    @Test(arguments: Sample.documents)
    func aTruncatedDocumentIsReadOrRefused(_ sample: Sample) {
        let bytes = Array(sample.text.utf8)
        for length in 0..<bytes.count { expectOutcome(Loaded(bytes: Array(bytes.prefix(length)), name: sample.name)) }
    }

    /// One or two bytes changed at random places to characters that are special to the readers. The changes are the same in every
    /// run.
    @Test(arguments: Sample.documents)
    func aDamagedDocumentIsReadOrRefused(_ sample: Sample) {
        var random = SplitMix(state: 42)
        let bytes = Array(sample.text.utf8)
        let replacements = Array("{}[]:,-?&*!|>'\"%@`#\\ \t\n\r~<.0e".utf8) + [0, 0x7F, 0x80, 0xC3, 0xED, 0xF4, 0xFF]
        for _ in 0..<4_000 {
            var damaged = bytes
            for _ in 0...Int.random(in: 0...1, using: &random) {
                let position = Int.random(in: damaged.indices, using: &random)
                damaged[position] = replacements.randomElement(using: &random) ?? 0
            }
            expectOutcome(Loaded(bytes: damaged, name: sample.name))
        }
    }

    private func expectError(_ loaded: Loaded) {
        #expect(loaded.node == nil)
        #expect(loaded.hasLocatedError)
    }

    private func expectOutcome(_ loaded: Loaded) {
        #expect(loaded.node != nil || loaded.hasLocatedError)
    }
}

/// Random numbers that are the same in every run (Steele, Lea and Flood, 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
