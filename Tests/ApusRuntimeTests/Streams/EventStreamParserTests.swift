import Testing

@testable import ApusJSON
@testable import ApusRuntime

/// Event streams according to the HTML standard.
struct EventStreamParserTests {
    typealias Event = ServerSentEvent<String>

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var events: [Event]

        var testDescription: String { name }

        init(_ name: String, _ text: String, _ events: [Event]) {
            self.name = name
            self.text = text
            self.events = events
        }
    }

    static let cases = [
        Case("nothing", "", []),
        Case("line feeds", "data: a\n\ndata: b\n\n", [Event("a"), Event("b")]),
        Case("carriage returns", "data: a\r\rdata: b\r\r", [Event("a"), Event("b")]),
        Case("both", "data: a\r\n\r\ndata: b\r\n\r\n", [Event("a"), Event("b")]),
        Case("a mixture", "data: a\rdata: b\ndata: c\r\n\r\n\n", [Event("a\nb\nc")]),
        Case("a byte order mark", "\u{FEFF}data: a\n\n", [Event("a")]),
        Case("a byte order mark later is text", "data: a\n\n\u{FEFF}data: b\n\n", [Event("a")]),
        Case("comments", ": hello\n\n:\ndata: a\n: b\n\n", [Event("a")]),
        Case("one space is dropped", "data:a\ndata:  b\ndata:\tc\n\n", [Event("a\n b\n\tc")]),
        Case("empty data", "data\n\ndata:\n\n", [Event(""), Event("")]),
        Case("several empty lines of data", "data\ndata\n\n", [Event("\n")]),
        Case("no data, no event", "event: x\n\nid: 1\n\n", []),
        Case("a type is for one event", "event: x\ndata: a\n\ndata: b\n\n", [Event("a", event: "x"), Event("b")]),
        Case("a type without data is forgotten", "event: x\n\ndata: b\n\n", [Event("b")]),
        Case("an id holds on", "id: 1\ndata: a\n\ndata: b\n\n", [Event("a", id: "1"), Event("b", id: "1")]),
        Case("an id without data holds on", "id: 1\n\ndata: b\n\n", [Event("b", id: "1")]),
        Case("an empty id ends it", "id: 1\ndata: a\n\nid\ndata: b\n\n", [Event("a", id: "1"), Event("b")]),
        Case("an id with a null is ignored", "id: 1\u{0}\ndata: a\n\n", [Event("a")]),
        Case("retry", "retry: 1500\ndata: a\n\n", [Event("a", retry: .milliseconds(1_500))]),
        Case("retry alone comes with the next", "retry: 5\n\ndata: a\n\n", [Event("a", retry: .milliseconds(5))]),
        Case("retry that is not a number", "retry: 5s\nretry: -1\nretry:\ndata: a\n\n", [Event("a")]),
        Case("retry beyond any number", "retry: 99999999999999999999\ndata: a\n\n", [Event("a")]),
        Case("unknown fields", "x: 1\ndatas: b\nData: c\ndata: a\n\n", [Event("a")]),
        Case("an unfinished event", "data: a\n\ndata: b\n", [Event("a")]),
        Case("colons in data", "data: a: b:c\n\n", [Event("a: b:c")]),
        Case("letters of several bytes", "data: é😀\n\nevent: ü\ndata: 中\n\n", [Event("é😀"), Event("中", event: "ü")]),
    ]

    private func events(_ chunks: [[UInt8]], limit: Int = 1_000) -> [Event] {
        var parser = EventStreamParser(limit: limit)
        return chunks.flatMap { parser.parse($0) }
    }

    @Test(arguments: cases) func eventsAreParsed(_ row: Case) {
        #expect(events([Array(row.text.utf8)]) == row.events)
    }

    @Test(arguments: cases) func chunksMayBeginAndEndAnywhere(_ row: Case) {
        let bytes = Array(row.text.utf8)
        for split in 0...bytes.count {
            #expect(events([Array(bytes[..<split]), Array(bytes[split...])]) == row.events, "split at \(split)")
        }
        #expect(events(bytes.map { [$0] }) == row.events, "byte by byte")
    }

    @Test(arguments: ["", "a", "a\nb", "a\n", "\n\n", "é😀", "data: x", ": x", " a"])
    func whatIsWrittenIsRead(data: String) throws {
        let event = Event(data, event: "type", id: "7", retry: .milliseconds(20))
        #expect(events([try EventStreamWriter.bytes(event)]) == [event])
    }

    @Test func endingsOfOtherSystemsBecomeLineFeeds() throws {
        #expect(events([try EventStreamWriter.bytes(Event("a\rb\r\nc"))]) == [Event("a\nb\nc")])
    }

    @Test(arguments: ["a\nb", "a\rb", "a\u{0}b"]) func fieldsOfOneLineCannotHoldSeveral(text: String) {
        #expect(throws: JSONError.self) { try EventStreamWriter.bytes(Event("", event: text)) }
        #expect(throws: JSONError.self) { try EventStreamWriter.bytes(Event("", id: text)) }
    }

    /// An endless line, an endless event: no more than the limit is kept.
    @Test(arguments: ["data: aaaaaaaaaaaaaaaa", "data: a\n", ": comment without an end "])
    func noMoreIsKeptThanTheLimit(line: String) {
        var parser = EventStreamParser(limit: 100)
        var events: [Event] = parser.parse(Array("data: first\n\n".utf8))
        for _ in 0..<1_000 { events += parser.parse(Array(line.utf8)) }
        #expect(events == [Event("first")])
        #expect(parser.isTooLong)
        #expect(parser.parse(Array("\n\ndata: b\n\n".utf8)) == [])
    }
}
