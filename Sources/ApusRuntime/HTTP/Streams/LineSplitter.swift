/// Divides chunks of bytes into lines, wherever the chunks begin and end.
struct LineSplitter {
    enum Ending {
        /// Line feeds only.
        case lineFeed
        /// Line feeds, carriage returns, and both together, as in event streams.
        case any
    }

    private let ending: Ending
    private let limit: Int
    private var line: [UInt8] = []
    /// Whether a line exceeds the limit on its size; then nothing more is read.
    private(set) var isTooLong = false
    /// Whether a line feed that follows belongs to the carriage return before it.
    private var followsReturn = false

    /// `limit` is the maximum number of bytes of a line.
    init(_ ending: Ending, limit: Int = .max) {
        self.ending = ending
        self.limit = limit
    }

    /// The lines that `chunk` completes, without their endings.
    mutating func split(_ chunk: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var start = 0
        for index in chunk.indices where !isTooLong {
            let byte = chunk[index]
            let belongs = followsReturn && byte == 0x0A
            followsReturn = false
            if belongs {
                start = index + 1
            } else if byte == 0x0A || (byte == 0x0D && ending == .any) {
                followsReturn = byte == 0x0D
                append(chunk[start..<index])
                start = index + 1
                if !isTooLong { lines.append(line) }
                line = []
            }
        }
        append(chunk[start...])
        return lines
    }

    /// The bytes after the last line ending.
    mutating func finish() -> [UInt8] {
        defer { line = [] }
        return line
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        isTooLong = isTooLong || line.count + bytes.count > limit
        if isTooLong { line = [] } else { line += bytes }
    }
}
