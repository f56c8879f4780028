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
    /// Before what moves to a line of its own where the line is too long: a member of a call's result, what a case does.
    static let chain: Character = "\u{6}"
    static let statement: Character = "\u{7}"

    /// `a: Int, b: Int`, to stand between parentheses or brackets.
    package static func list(_ items: [String]) -> String {
        guard !items.isEmpty else { return "" }
        return String(open) + items.joined(separator: "," + String(separator)) + String(close)
    }

    /// `a, b`, to stand between the brackets of a literal.
    package static func elements(_ items: [String]) -> String {
        guard !items.isEmpty else { return "" }
        return String(openElements) + items.joined(separator: "," + String(separator)) + String(close)
    }

    /// A closure; its body stands on lines of its own, where it has several statements.
    package static func closure(_ statements: [String]) -> String {
        closure(statements.joined(separator: String(statement)))
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
            if startsLine, byte != UInt8(ascii: "\n") { output += repeatElement(UInt8(ascii: " "), count: count) }
            output.append(byte)
            startsLine = byte == UInt8(ascii: "\n")
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Source with every break decided, and no blank line behind an opening or before a closing brace.
    package static func resolve(_ text: String) -> String {
        let parts = concurrentMap(LineReader.parts(of: text), chunkSize: 1, resolve)
        return String(decoding: parts.joined(), as: UTF8.self)
    }

    private static func resolve(_ part: ArraySlice<UInt8>) -> [UInt8] {
        var lines = LineReader(part)
        var output = LineWriter(capacity: part.count)
        // Functions on one line each stand together.
        var followsBrief = false
        while let line = lines.next() {
            if line.isBrief {
                var body: [ArraySlice<UInt8>] = []
                while let next = lines.next(), !next.closes { body.append(next.bytes) }
                let function = function(head: line.bytes.filter { $0 != LineBreaker.brief }, body: body)
                if followsBrief, function.count == 1 { output.removeBlankLine() }
                for line in function { output.append(line[...]) }
                followsBrief = function.count == 1
            } else if line.isMarked || line.bytes.count > width {
                for line in LineBreaker.broken(line.bytes) { output.append(line[...]) }
                followsBrief = false
            } else {
                output.append(line.bytes)
                if !line.bytes.isEmpty { followsBrief = false }
            }
        }
        return output.finish()
    }

    /// A function on one line, if its body is one statement at most and that fits.
    private static func function(head: [UInt8], body: [ArraySlice<UInt8>]) -> [[UInt8]] {
        let brace = UInt8(ascii: "}")
        if body.isEmpty { return LineBreaker.broken((head + [brace])[...]) }
        if body.count == 1 {
            let statement = LineBreaker.flat(body[0]).drop { $0 == UInt8(ascii: " ") }
            let line = LineBreaker.flat(head[...]) + Array(" ".utf8) + statement + Array(" }".utf8)
            // `swift format` breaks a body that ends in the last column.
            if LineBreaker.columns(line[...]) < width { return [line] }
        }
        let end = LineBreaker.indent(of: head[...]) + [brace]
        return LineBreaker.broken(head[...]) + body.flatMap(LineBreaker.broken) + [end]
    }
}
