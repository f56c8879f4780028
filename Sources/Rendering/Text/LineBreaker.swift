/// Breaks one line of code at the places that its marks allow.
struct LineBreaker {
    private let line: OpenLine

    init(_ line: OpenLine) { self.line = line }

    /// Writes one or more lines of at most `Layout.width` columns.
    func write(to output: inout [UInt8]) {
        let code = trimmed(line.whole)
        write(code, line.indentation + code.bytes.lowerBound, to: &output)
    }

    /// Writes a function, head first: on one line if its body has at most one statement and fits.
    ///
    /// - Returns: Whether it is on one line.
    static func write(function lines: [OpenLine], to output: inout [UInt8]) -> Bool {
        guard var head = lines.first else { return false }
        if lines.count == 1 {
            head.append("}")
            LineBreaker(head).write(to: &output)
            return !output.dropLast().contains(UInt8(ascii: "\n"))
        }
        let spaces = head.bytes.prefix { $0 == UInt8(ascii: " ") }.count
        if lines.count == 2 {
            let text =
                head.bytes.dropFirst(spaces) + " ".utf8 + lines[1].bytes.drop { $0 == UInt8(ascii: " ") } + " }".utf8
            // `swift format` breaks a body that ends in the last column.
            if columns(text, head.indentation + spaces) < Layout.width {
                write(text, head.indentation + spaces, to: &output)
                return true
            }
        }
        for line in lines { LineBreaker(line).write(to: &output) }
        write("}".utf8, head.indentation + spaces, to: &output)
        return false
    }

    private func write(_ code: OpenLine.Part, _ indentation: Int, to output: inout [UInt8]) {
        let holdsStatements = line.marks[code.marks].contains(where: \.holdsStatements)
        let text = line.bytes[code.bytes]
        if !holdsStatements, Self.columns(text, indentation) <= Layout.width {
            return Self.write(text, indentation, to: &output)
        }
        let marks = outerMarks(of: code)
        if let chain = marks.first(where: { line.marks[$0].kind == nil }) {
            return write(code, brokenAt: chain, indentation, to: &output)
        }
        // The first group, or the first that contains several statements, which are on lines of their own.
        let group = marks.first { !holdsStatements || line.marks[$0].holdsStatements }
        if writeType(code, before: group, indentation, to: &output) { return }
        guard let group, let kind = line.marks[group].kind else {
            return Self.writeResult(text, indentation, to: &output)
        }
        let mark = line.marks[group]
        let rest = OpenLine.Part(
            bytes: mark.range.upperBound..<code.bytes.upperBound, marks: mark.end..<code.marks.upperBound)
        var head = line.bytes[code.bytes.lowerBound..<mark.range.lowerBound]
        if kind == .names {
            writeFilled(head, mark.items, indentation, to: &output)
        } else {
            while head.last == UInt8(ascii: " ") { head.removeLast() }
            Self.write(head, indentation, to: &output)
            write(mark.items, kind, indentation + 4, to: &output)
        }
        write(trimmed(rest), indentation, to: &output)
    }

    /// A call, then the member of its result on the next line, or after the `)` if the call is broken anyway.
    private func write(_ code: OpenLine.Part, brokenAt chain: Int, _ indentation: Int, to output: inout [UInt8]) {
        let place = line.marks[chain].range.lowerBound
        let call = OpenLine.Part(bytes: code.bytes.lowerBound..<place, marks: code.marks.lowerBound..<chain)
        let member = trimmed(.init(bytes: place..<code.bytes.upperBound, marks: chain + 1..<code.marks.upperBound))
        let start = output.count
        write(call, indentation, to: &output)
        let lines = output[start...].dropLast()
        guard let last = lines.lastIndex(of: UInt8(ascii: "\n")) else {
            return write(member, indentation + 4, to: &output)
        }
        let spaces = lines[(last + 1)...].prefix { $0 == UInt8(ascii: " ") }.count
        var joined = OpenLine(indentation: spaces)
        joined.bytes += lines[(last + 1)...].dropFirst(spaces)
        joined.append(member, of: line)
        output.removeSubrange((last + 1)...)
        LineBreaker(joined).write(to: &output)
    }

    /// `protocol A: B, C,`, then the other names on the next lines.
    private func writeFilled(
        _ head: ArraySlice<UInt8>, _ names: [OpenLine.Part], _ indentation: Int, to output: inout [UInt8]
    ) {
        var text = head
        var column = indentation
        for (index, part) in names.enumerated() {
            let name = line.bytes[part.bytes]
            if index == 0 {
                text += name
            } else if Self.columns(text, column) + Self.columns(name, 0) + 3 < Layout.width {
                text += ", ".utf8
                text += name
            } else {
                text.append(UInt8(ascii: ","))
                Self.write(text, column, to: &output)
                text = name
                column = indentation + 4
            }
        }
        Self.write(text, column, to: &output)
    }

    /// The items of a group on one line, or each on its own line.
    private func write(_ items: [OpenLine.Part], _ kind: Code.Group, _ indentation: Int, to output: inout [UInt8]) {
        guard let first = items.first, let last = items.last else { return }
        let comma: [UInt8] = kind == .elements ? [UInt8(ascii: ",")] : []
        let isBlock =
            kind == .statements && items.count > 1
            || line.marks[first.marks.lowerBound..<last.marks.upperBound].contains(where: \.holdsStatements)
        let together = line.bytes[first.bytes.lowerBound..<last.bytes.upperBound] + comma
        if !isBlock, Self.columns(together, indentation) <= Layout.width {
            return Self.write(together, indentation, to: &output)
        }
        for (index, item) in items.enumerated() {
            var item = trimmed(item)
            if index < items.count - 1 {
                // The comma is part of the line.
                if kind != .statements { item.bytes = item.bytes.lowerBound..<item.bytes.upperBound + 1 }
            }
            if index < items.count - 1 || comma.isEmpty {
                write(item, indentation, to: &output)
            } else {
                var ended = OpenLine(indentation: indentation)
                ended.append(item, of: line)
                ended.bytes += comma
                LineBreaker(ended).write(to: &output)
            }
        }
    }

    /// `name() async throws(Failure) -> Result {` with its effects and result on a line of their own, and `) async throws(Failure)
    /// -> Result {` with its result on a line of its own, if the line is too long.
    private static func writeResult(_ text: ArraySlice<UInt8>, _ indentation: Int, to output: inout [UInt8]) {
        guard text.suffix(2).elementsEqual(" {".utf8),
            let head = text.end(of: "() async ").map({ $0 - 7 }) ?? text.end(of: ") -> ").map({ $0 - 4 })
        else { return write(text, indentation, to: &output) }
        write(text[..<head], indentation, to: &output)
        write(text[head...].dropFirst().dropLast(2), indentation + 4, to: &output)
        write("{".utf8, indentation, to: &output)
    }

    /// `name: Type` with the type on a line of its own, if both are too long for one line.
    ///
    /// - Returns: Whether the line is such a line; otherwise nothing is written.
    private func writeType(
        _ code: OpenLine.Part, before group: Int?, _ indentation: Int, to output: inout [UInt8]
    ) -> Bool {
        let end = group.map { line.marks[$0].range.lowerBound } ?? code.bytes.upperBound
        guard Self.columns(line.bytes[code.bytes.lowerBound..<end], indentation) > Layout.width else { return false }
        let text = line.bytes[code.bytes.lowerBound..<textEnd(of: code)]
        guard let start = text.end(of: ": "), !text[..<(start - 2)].contains(where: { "\"/().".utf8.contains($0) })
        else { return false }
        var type = OpenLine.Part(bytes: start..<code.bytes.upperBound, marks: code.marks)
        let lastGroup = outerMarks(of: code).last.map { line.marks[$0].range.upperBound } ?? type.bytes.lowerBound
        let isOpened = line.bytes[max(lastGroup, type.bytes.lowerBound)..<type.bytes.upperBound].suffix(2)
            .elementsEqual(" {".utf8)
        if isOpened { type.bytes = type.bytes.lowerBound..<type.bytes.upperBound - 2 }
        Self.write(text[..<(start - 1)], indentation, to: &output)
        write(type, indentation + 4, to: &output)
        if isOpened { Self.write("{".utf8, indentation, to: &output) }
        return true
    }

    // MARK: Parts

    /// The marks that are not inside a group of the part.
    private func outerMarks(of code: OpenLine.Part) -> [Int] {
        var marks: [Int] = []
        var index = code.marks.lowerBound
        while index < code.marks.upperBound {
            marks.append(index)
            index = line.marks[index].end
        }
        return marks
    }

    /// Where the text ends that the part begins with.
    private func textEnd(of code: OpenLine.Part) -> Int {
        code.marks.isEmpty ? code.bytes.upperBound : line.marks[code.marks.lowerBound].range.lowerBound
    }

    private func trimmed(_ code: OpenLine.Part) -> OpenLine.Part {
        let spaces = line.bytes[code.bytes.lowerBound..<textEnd(of: code)].prefix { $0 == UInt8(ascii: " ") }.count
        return OpenLine.Part(bytes: code.bytes.lowerBound + spaces..<code.bytes.upperBound, marks: code.marks)
    }

    // MARK: Text

    private static func write(_ text: some Sequence<UInt8>, _ indentation: Int, to output: inout [UInt8]) {
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
        output.append(contentsOf: text)
        output.append(UInt8(ascii: "\n"))
    }

    /// In characters; `é` is one character.
    private static func columns(_ text: ArraySlice<UInt8>, _ indentation: Int) -> Int {
        let size = indentation + text.count
        // A text never has more characters than bytes.
        if size <= Layout.width || text.allSatisfy({ $0 < 0x80 }) { return size }
        return indentation + String(decoding: text, as: UTF8.self).count
    }
}
