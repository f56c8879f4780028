/// Decides the line breaks of generated source.
///
/// Templates and views write groups: `init(` open `a: Int` separator `b: Int` close `)`. A group that fits stands on its
/// line; otherwise its content stands on one line of its own, or each item does. That is `swift format`'s own way, so
/// that formatting generated code changes nothing.
package enum Layout {
    package static let width = 120

    // Text of a document never holds control characters: `Escaping` takes care of that.
    static let open: Character = "\u{1}"
    static let separator: Character = "\u{2}"
    static let close: Character = "\u{3}"
    /// Before a function's head: the function stands on one line if its body is one statement that fits.
    static let brief: Character = "\u{4}"
    /// Opens a group that ends in a comma when it is broken: the elements of a collection literal.
    static let openElements: Character = "\u{5}"

    /// `a: Int, b: Int`, to stand between parentheses or brackets.
    package static func list(_ items: [String]) -> String {
        guard !items.isEmpty else { return "" }
        return String(open) + items.joined(separator: "," + String(separator)) + String(close)
    }

    /// Before what moves to a line of its own where the line is too long: a member of a call's result, what a case does.
    static let chain: Character = "\u{6}"

    /// `a, b`, to stand between the brackets of a literal.
    package static func elements(_ items: [String]) -> String {
        guard !items.isEmpty else { return "" }
        return String(openElements) + items.joined(separator: "," + String(separator)) + String(close)
    }

    /// `{ body }`, a closure of one statement.
    package static func closure(_ body: String) -> String {
        "{" + String(open) + String(separator) + body + String(separator) + String(close) + "}"
    }

    /// Indents every line that is not empty.
    package static func indented(_ text: String, by count: Int) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count * 5 / 4)
        var startsLine = true
        for byte in text.utf8 {
            if startsLine, byte != newline { output.append(contentsOf: repeatElement(space, count: count)) }
            output.append(byte)
            startsLine = byte == newline
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static let newline = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")

    /// Source with every break decided, and no blank line behind an opening or before a closing brace.
    package static func resolve(_ text: String) -> String {
        var lines = LineReader(text)
        var output = LineWriter(capacity: text.utf8.count)
        // Functions on one line each stand together.
        var followsBrief = false
        while let line = lines.next() {
            if line.isBrief {
                var body: [String] = []
                while let next = lines.next(), !next.closes { body.append(next.text) }
                let function = function(head: line.text.filter { $0 != brief }, body: body)
                if followsBrief, function.count == 1 { output.removeBlankLine() }
                for line in function { output.append(line) }
                followsBrief = function.count == 1
            } else if line.isMarked || line.count > width {
                for line in broken(line.text) { output.append(line) }
                followsBrief = false
            } else {
                output.append(line.bytes)
                if !line.bytes.isEmpty { followsBrief = false }
            }
        }
        return output.finish()
    }

    /// A function on one line, if its body is one statement at most and that fits.
    private static func function(head: String, body: [String]) -> [String] {
        if body.isEmpty { return broken(head + "}") }
        if body.count == 1 {
            let line = flat(head) + " " + flat(body[0]).drop { $0 == " " } + " }"
            // `swift format` breaks a body that ends in the last column.
            if line.count < width { return [line] }
        }
        return broken(head) + body.flatMap(broken) + [String(repeating: " ", count: indentation(of: head)) + "}"]
    }

    // MARK: Groups

    /// One line of source as one or more lines of at most `width` columns, where its groups allow.
    static func broken(_ line: String) -> [String] {
        guard line.contains(where: isMark) else { return brokenResult(line) }
        let whole = flat(line)
        if whole.count <= width { return [whole] }
        let indent = indentation(of: line)
        let inner = String(repeating: " ", count: indent + 4)
        if let position = line.firstIndex(of: chain) {
            let head = broken(String(line[..<position]))
            let member = line[line.index(after: position)...].drop { $0 == " " }
            // A call that is broken anyway ends in `)`, where its member can stand.
            if head.count == 1 { return head + broken(inner + member) }
            return head.dropLast() + broken(head[head.count - 1] + member)
        }
        guard let group = firstGroup(of: line) else { return brokenResult(whole) }
        var items = group.items.map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
        if line[group.start] == openElements, !items.isEmpty { items[items.count - 1] += "," }
        let head = flat(String(line[..<group.start])).trimmedEnd
        let tail = String(repeating: " ", count: indent) + line[group.end...].drop { $0 == " " }

        let together = inner + flat(items.joined(separator: " "))
        var lines = [head]
        if together.count <= width {
            lines.append(together)
        } else {
            lines += items.flatMap { broken(inner + $0) }
        }
        return lines + broken(tail)
    }

    /// `) async throws(Failure) -> Result {` with its result and brace on lines of their own, where it is too long.
    private static func brokenResult(_ line: String) -> [String] {
        guard line.count > width, line.hasSuffix(" {"), let arrow = line.firstRange(of: ") -> ") else { return [line] }
        let indent = String(repeating: " ", count: indentation(of: line))
        let result = line[arrow.upperBound...].dropLast(2)
        return [line[...arrow.lowerBound] + "", "\(indent)    -> \(result)", "\(indent){"].map { String($0) }
    }

    private static func flat(_ line: String) -> String {
        guard line.contains(where: isMark) else { return line }
        var result = ""
        for character in line {
            switch character {
            case open, openElements, close, chain: break
            case separator: result.append(" ")
            default: result.append(character)
            }
        }
        return result
    }

    private static func opens(_ character: Character) -> Bool {
        character == open || character == openElements
    }

    private static func isMark(_ character: Character) -> Bool {
        opens(character) || character == separator || character == close || character == chain
    }

    private struct Group {
        var start: String.Index
        var end: String.Index
        var items: [Substring]
    }

    private static func firstGroup(of line: String) -> Group? {
        guard let start = line.firstIndex(where: opens) else { return nil }
        var items: [Substring] = []
        var depth = 0
        var itemStart = line.index(after: start)
        var index = itemStart
        while index < line.endIndex {
            switch line[index] {
            case open, openElements: depth += 1
            case close where depth > 0: depth -= 1
            case separator where depth == 0:
                items.append(line[itemStart..<index])
                itemStart = line.index(after: index)
            case close:
                items.append(line[itemStart..<index])
                return Group(start: start, end: line.index(after: index), items: items)
            default: break
            }
            index = line.index(after: index)
        }
        return nil
    }

    private static func indentation(of line: String) -> Int {
        line.prefix { $0 == " " }.count
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
