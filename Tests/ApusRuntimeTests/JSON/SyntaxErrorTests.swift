import ApusRuntime
import Testing

struct SyntaxErrorTests {
    /// Offsets are the same as those that Python's `json` reports.
    @Test(arguments: [
        (#"{"title":"a",}"#, 13, "expected a key in quotes"),
        (#"{title:1}"#, 1, "expected a key in quotes"),
        (#"{"title":"a""#, 12, "expected ',' or '}'"),
        (#"{"title":"a"}}"#, 13, "expected the end of the document"),
        (#"{"title":"a"} x"#, 14, "expected the end of the document"),
        (#"{"title":a}"#, 9, "expected a value"),
        (#"{"title" "a"}"#, 9, "expected ':'"),
        ("{", 1, "expected a key in quotes"),
        ("[", 1, "expected a value"),
        ("\"", 0, "the string has no closing quote"),
        (#"["a\"#, 1, "the string has no closing quote"),
        ("tru", 0, "expected a value"),
        ("nul", 0, "expected a value"),
        ("01", 1, "expected the end of the document"),
        ("1.", 1, "expected the end of the document"),
        ("[1.]", 2, "expected ',' or ']'"),
        (".5", 0, "expected a value"),
        ("+1", 0, "expected a value"),
        ("1e", 1, "expected the end of the document"),
        ("1e+", 1, "expected the end of the document"),
        ("-", 0, "expected a value"),
        ("NaN", 0, "expected a value"),
        ("-Infinity", 0, "expected a value"),
        (#"{"title":"\x"}"#, 10, "unknown escape sequence"),
        (#"{"title":"\u12"}"#, 11, #"expected four hexadecimal digits after '\u'"#),
        ("{\"title\":\"a\tb\"}", 11, "a control character must be escaped in a string"),
        ("[\"\u{0}\"]", 2, "a control character must be escaped in a string"),
        (" ", 1, "expected a value"),
        ("", 0, "expected a value"),
        ("[1,]", 3, "expected a value"),
        ("[,]", 1, "expected a value"),
        ("{,}", 1, "expected a key in quotes"),
        ("[1}", 2, "expected ',' or ']'"),
        ("//", 0, "expected a value"),
        ("[1\u{0}", 2, "expected ',' or ']'"),
        ("\u{A0}1", 0, "expected a value"),
    ])
    func aSyntaxErrorHasTheOffsetThatPythonGives(text: String, offset: Int, message: String) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(text) }
        #expect(error == JSONSyntaxError(.malformed, message, offset: offset))
    }

    @Test(
        arguments: [
            ([0x22, 0xFF, 0x22], 1),  // no UTF-8 at all
            ([0x22, 0xC0, 0x80, 0x22], 1),  // overlong
            ([0x22, 0xE0, 0x80, 0x80, 0x22], 1),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),  // a surrogate
            ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),  // beyond U+10FFFF
            ([0x22, 0x61, 0xE2, 0x82, 0x22], 2),  // cut off
            ([0x22, 0xC3], 1),
            ([0xFE, 0xFF, 0x00, 0x31], 0),  // UTF-16
            ([0x31, 0x00], 1),
            ([0x5B, 0x00, 0x5D, 0x00], 1),
            (Array(#"["\ud800"]"#.utf8), 2),
            (Array(#"["\udc00"]"#.utf8), 2),
            (Array(#"["\ud800\ud800"]"#.utf8), 2),
            (Array(#"["\ud800x"]"#.utf8), 2),
        ] as [([UInt8], Int)])
    func invalidUTF8IsRefusedWhereItBegins(bytes: [UInt8], offset: Int) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(bytes) }
        #expect(error?.offset == offset)
    }

    @Test func aByteOrderMarkIsSkipped() throws {
        let document = try JSONDocument([0xEF, 0xBB, 0xBF] + Array(#"{"a": 1}"#.utf8))
        #expect(document.root["a"]?.offset == 9)
    }

    @Test func nestingBeyondTheLimitIsRefused() throws {
        let nested = { (depth: Int) in Array(repeatElement(UInt8(ascii: "["), count: depth)) }
        let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(nested(100_000)) }
        let limit = JSONLimits.standardDepth
        #expect(error?.kind == .tooDeep(limit: limit))
        #expect(error?.offset == limit)
        let closed = nested(limit) + Array(repeatElement(UInt8(ascii: "]"), count: limit))
        #expect(try JSONDocument(closed).root.count == 1)
        #expect(throws: JSONSyntaxError.self) { try JSONDocument("[[]]", limits: JSONLimits(depth: 1)) }
        let deep = nested(100_000) + Array(repeatElement(UInt8(ascii: "]"), count: 100_000))
        #expect(try JSONDocument(deep, limits: JSONLimits(depth: .max)).root.byteRange == 0..<200_000)
    }

    @Test func bytesBeyondTheLimitAreRefused() throws {
        let limits = JSONLimits(byteCount: 4)
        #expect(try JSONDocument("1234", limits: limits).byteCount == 4)
        let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument("12345", limits: limits) }
        #expect(error?.kind == .tooLong(limit: 4))
    }

    /// Random bytes, most of them from JSON's syntax: the result is either an error or a document that can be read again.
    @Test func randomBytesGiveAnErrorOrADocument() throws {
        var generator = Generator(seed: 1)
        let alphabet = Array(#"{}[]:,"\/ubfnrt0123456789.eE+- falsetrunu"#.utf8) + [0, 9, 10, 0x80, 0xC3, 0xA9, 0xFF]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &generator)).compactMap { _ in
                alphabet.randomElement(using: &generator)
            }
            guard let value = try? JSONValue(jsonBytes: bytes) else { continue }
            #expect(try JSONValue(jsonBytes: try value.jsonBytes()) == value)
        }
    }
}

/// Random numbers that are the same in every run (xorshift).
struct Generator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
