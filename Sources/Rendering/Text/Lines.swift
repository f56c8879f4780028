/// Lines of rendered text, as bytes: most of them need no decision.
struct LineReader {
    struct Line {
        let bytes: ArraySlice<UInt8>
        /// Whether the line holds a mark of `Layout`.
        let isMarked: Bool
        let isBrief: Bool

        /// Whether the line is a closing brace alone.
        var closes: Bool {
            bytes.last == UInt8(ascii: "}") && bytes.dropLast().allSatisfy { $0 == UInt8(ascii: " ") }
        }
    }

    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The text in parts of some size that can be laid out apart: each begins at an empty line that stays, between
    /// lines that are neither braces nor functions which could stand on one line.
    static func parts(of text: String) -> [ArraySlice<UInt8>] {
        let bytes = Array(text.utf8)
        let size = 1 << 16
        var parts: [ArraySlice<UInt8>] = []
        var start = 0
        while bytes.count - start > 2 * size {
            var end = start + size
            while end + 2 < bytes.count, !divides(bytes, at: end) { end += 1 }
            guard end + 2 < bytes.count else { break }
            // The line before keeps its end; the part behind begins with the empty line.
            parts.append(bytes[start...end])
            start = end + 1
        }
        parts.append(bytes[start...])
        return parts
    }

    private static func divides(_ bytes: [UInt8], at end: Int) -> Bool {
        let newline = UInt8(ascii: "\n")
        guard bytes[end] == newline, bytes[end + 1] == newline else { return false }
        let next = bytes[(end + 2)...].first { $0 != UInt8(ascii: " ") }
        return bytes[end - 1] != UInt8(ascii: "{") && next != UInt8(ascii: "}") && next != LineBreaker.brief
            && next != newline
    }

    mutating func next() -> Line? {
        guard position < bytes.endIndex else { return nil }
        let start = position
        var isMarked = false
        var isBrief = false
        while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\n") {
            // The marks are the only control characters of rendered text.
            if bytes[position] < 0x20 {
                isMarked = true
                if bytes[position] == LineBreaker.brief { isBrief = true }
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

    mutating func append(_ line: ArraySlice<UInt8>) {
        guard let first = line.first(where: { $0 != UInt8(ascii: " ") }) else {
            owesBlankLine = bytes.dropLast().last != UInt8(ascii: "{")
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

    func finish() -> [UInt8] {
        bytes
    }
}
