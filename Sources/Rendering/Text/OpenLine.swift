/// A line of source whose breaks are not decided yet: its text as it is on one line, and the places where it may be broken.
struct OpenLine {
    /// In columns, in addition to the spaces that the text begins with.
    var indentation: Int
    /// The text, in UTF-8.
    var bytes: [UInt8] = []
    /// In the order of their places; the marks inside a group follow it.
    var marks: [Mark] = []

    /// A place where the line may be broken.
    struct Mark {
        /// The bytes of the group; none for a chain.
        var range: Range<Int>
        /// The index of the first mark after the group.
        var end: Int
        /// A group's items: the ranges of their bytes, and of their marks.
        var items: [Part] = []
        /// `nil` for a chain.
        var kind: Code.Group?
        /// Whether it contains several statements of a closure, each of which is on its own line.
        var holdsStatements = false
    }

    /// A part of a line.
    struct Part {
        var bytes: Range<Int>
        /// The marks inside it.
        var marks: Range<Int>
    }

    init(indentation: Int) { self.indentation = indentation }

    var whole: Part { Part(bytes: bytes.indices, marks: marks.indices) }

    /// The first byte that is not a space.
    var firstByte: UInt8? { bytes.first { $0 != UInt8(ascii: " ") } }

    /// Whether the line is only a closing brace.
    var closes: Bool {
        bytes.last == UInt8(ascii: "}") && marks.isEmpty && bytes.dropLast().allSatisfy { $0 == UInt8(ascii: " ") }
    }

    // MARK: Writing

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    mutating func appendChain() {
        marks.append(Mark(range: bytes.count..<bytes.count, end: marks.count + 1))
    }

    /// A group's items with the separators that they have on one line; `append` writes an item.
    mutating func appendGroup(_ items: [Code], _ kind: Code.Group, _ append: (Code, inout OpenLine) -> Void) {
        let index = marks.count
        let start = bytes.count
        marks.append(Mark(range: start..<start, end: index, kind: kind))
        if kind == .statements { self.append(" ") }
        var parts: [Part] = []
        parts.reserveCapacity(items.count)
        for item in items where !item.isEmpty {
            if !parts.isEmpty { self.append(kind == .statements ? "; " : ", ") }
            let (firstByte, firstMark) = (bytes.count, marks.count)
            append(item, &self)
            parts.append(Part(bytes: firstByte..<bytes.count, marks: firstMark..<marks.count))
        }
        if kind == .statements { self.append(" ") }
        marks[index].range = start..<bytes.count
        marks[index].end = marks.count
        marks[index].holdsStatements =
            kind == .statements && parts.count > 1 || marks[(index + 1)...].contains(where: \.holdsStatements)
        marks[index].items = parts
    }

    /// A line with a part of another after its own text.
    mutating func append(_ part: Part, of other: OpenLine) {
        let (bytes, marks) = (self.bytes.count - part.bytes.lowerBound, self.marks.count - part.marks.lowerBound)
        self.bytes += other.bytes[part.bytes]
        for var mark in other.marks[part.marks] {
            mark.range = mark.range.shifted(by: bytes)
            mark.end += marks
            for index in mark.items.indices {
                mark.items[index].bytes = mark.items[index].bytes.shifted(by: bytes)
                mark.items[index].marks = mark.items[index].marks.shifted(by: marks)
            }
            self.marks.append(mark)
        }
    }
}

extension Range<Int> {
    fileprivate func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
