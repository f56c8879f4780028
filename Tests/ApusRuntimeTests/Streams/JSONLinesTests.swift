import Testing

@testable import ApusJSON
@testable import ApusRuntime

/// JSON Lines and JSON text sequences.
struct JSONLinesTests {
    private func items<Parser: ItemParser>(
        _ type: Parser.Type, _ chunks: [[UInt8]], limit: Int = 1_000
    ) -> [String] where Parser.Item == [UInt8] {
        var parser = Parser(limit: limit)
        let items = chunks.flatMap { parser.parse($0) } + parser.parse(nil)
        return items.map { String(decoding: $0, as: UTF8.self) }
    }

    private func splits(_ text: String) -> [[[UInt8]]] {
        let bytes = Array(text.utf8)
        return (0...bytes.count).map { [Array(bytes[..<$0]), Array(bytes[$0...])] } + [bytes.map { [$0] }]
    }

    @Test(arguments: [
        ("", []), ("1", ["1"]), ("1\n", ["1"]), ("1\n2\n", ["1", "2"]), ("1\r\n\r\n2", ["1\r", "2"]),
        ("\n \n1\n\t\n", ["1"]), (#"{"a":"\n"}"# + "\n[]\n", [#"{"a":"\n"}"#, "[]"]), ("\"é\"\n", ["\"é\""]),
    ])
    func linesAreItems(text: String, expected: [String]) {
        for chunks in splits(text) { #expect(items(JSONLinesParser.self, chunks) == expected, "\(chunks)") }
    }

    /// `^` stands for the record separator.
    @Test(arguments: [
        ("", []), ("^1\n", ["1\n"]), ("^1\n^2\n", ["1\n", "2\n"]), ("^^^1\n", ["1\n"]),
        ("^{\n\"a\":1\n}\n^2", ["{\n\"a\":1\n}\n", "2"]),
        ("^\"a\"\n^\n", ["\"a\"\n"]), ("1\n", ["1\n"]),
    ])
    func recordsAreItems(text: String, expected: [String]) {
        for chunks in splits(text.replacing("^", with: "\u{1E}")) {
            let found = items(JSONSequenceParser.self, chunks)
            #expect(found.map(trimmed) == expected.map(trimmed), "\(chunks)")
        }
    }

    private func trimmed(_ text: String) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// A value is available as soon as it is sent, not only with the next one.
    @Test func aWholeRecordNeedsNoSuccessor() {
        var parser = JSONSequenceParser(limit: 100)
        #expect(parser.parse(Array("\u{1E}{\"a\":1}\n".utf8)).count == 1)
        #expect(parser.parse(Array("\u{1E}{\n".utf8)).isEmpty)
        #expect(parser.parse(Array("}\n".utf8)).count == 1)
    }

    @Test func noMoreIsKeptThanTheLimit() {
        var lines = JSONLinesParser(limit: 10)
        var sequence = JSONSequenceParser(limit: 10)
        for _ in 0..<1_000 {
            #expect(lines.parse(Array("[1,1,1,".utf8)).isEmpty)
            #expect(sequence.parse(Array("\u{1E}[1,1,1,1,1,1,".utf8)).isEmpty)
        }
        #expect(lines.isTooLong)
        #expect(sequence.isTooLong)
    }
}
