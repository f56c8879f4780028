/// The lines of a text, each with its line break.
struct TextLines: Sequence, IteratorProtocol {
    struct Line {
        let bytes: ArraySlice<UInt8>
        /// 0 for the text's first line.
        let number: Int
    }

    private var rest: ArraySlice<UInt8>
    private var number = 0

    init(_ text: ArraySlice<UInt8>) { rest = text }

    mutating func next() -> Line? {
        guard !rest.isEmpty else { return nil }
        var end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? rest.endIndex
        if end < rest.endIndex, rest[end - 1] == 0x0D, rest[end] == 0x0A { end += 1 }
        defer {
            rest = rest[end...]
            number += 1
        }
        return Line(bytes: rest[..<end], number: number)
    }
}
