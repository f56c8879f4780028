/// Lines of rendered text, as bytes: most of them need no decision.
struct LineReader {
    struct Line {
        let bytes: ArraySlice<UInt8>
        /// Whether the line holds a mark of `Layout`.
        let isMarked: Bool
        let isBrief: Bool

        var text: String {
            String(decoding: bytes, as: UTF8.self)
        }

        /// In bytes, which is at least the number of columns.
        var count: Int {
            bytes.count
        }

        /// Whether the line is a closing brace alone.
        var closes: Bool {
            bytes.last == UInt8(ascii: "}") && bytes.dropLast().allSatisfy { $0 == UInt8(ascii: " ") }
        }
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func next() -> Line? {
        guard position < bytes.count else { return nil }
        let start = position
        var isMarked = false
        var isBrief = false
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
            // The marks are the only control characters of rendered text.
            if bytes[position] < 0x20 {
                isMarked = true
                if bytes[position] == Layout.brief.asciiValue { isBrief = true }
            }
            position += 1
        }
        defer { position += 1 }
        return Line(bytes: bytes[start..<position], isMarked: isMarked, isBrief: isBrief)
    }
}

/// Source without blank lines at the edges of a block.
struct LineWriter {
    private var bytes: [UInt8] = []
    /// Blank lines are written once something follows that may stand behind them.
    private var owesBlankLine = false

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func append(_ line: String) {
        append(Array(line.utf8)[...])
    }

    mutating func append(_ line: ArraySlice<UInt8>) {
        guard let first = line.first(where: { $0 != UInt8(ascii: " ") }) else {
            owesBlankLine = !bytes.isEmpty && bytes.dropLast().last != UInt8(ascii: "{")
            return
        }
        if owesBlankLine, first != UInt8(ascii: "}") { bytes.append(UInt8(ascii: "\n")) }
        owesBlankLine = false
        bytes.append(contentsOf: line)
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func removeBlankLine() {
        owesBlankLine = false
    }

    func finish() -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
