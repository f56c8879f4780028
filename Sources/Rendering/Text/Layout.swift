/// Decides the line breaks of generated source.
///
/// A group that fits stays on its line; otherwise its content is on one line of its own, or each item is. This is how `swift
/// format` does it, so formatting generated code changes nothing.
package enum Layout {
    package static let width = 120

    /// Source with every line break decided, and no blank line after an opening or before a closing brace.
    ///
    /// - Parameter indentation: The indentation of every line, in columns.
    package static func text(_ code: Code, indentation: Int = 0) -> String {
        var writer = LayoutWriter(indentation: indentation)
        writer.write(code)
        return writer.finish()
    }

    /// The code on one line.
    package static func flat(_ code: Code) -> String { LineBreaker.flat([code][...]) }
}

/// A line of code whose breaks are not decided yet.
struct CodeLine {
    /// In columns, in addition to the spaces that the line itself begins with.
    var indentation: Int
    var parts: [Code] = []
    /// The size of its text in bytes.
    var size = 0
    /// Whether it contains more than text.
    var isOpen = false

    var isBlank: Bool { firstByte == nil }

    /// Whether the line is only a closing brace.
    var closes: Bool {
        var braces = 0
        for case .text(let text) in parts {
            for byte in text.utf8 where byte != UInt8(ascii: " ") {
                if byte != UInt8(ascii: "}") { return false }
                braces += 1
            }
        }
        return braces == 1 && !isOpen
    }

    /// The first byte that is not a space.
    var firstByte: UInt8? {
        for part in parts {
            guard case .text(let text) = part else { return UInt8(ascii: "(") }
            if let byte = text.utf8.first(where: { $0 != UInt8(ascii: " ") }) { return byte }
        }
        return nil
    }
}

/// Writes lines one after the other.
private struct LayoutWriter {
    private var output = ""
    private var indentation: Int
    private var line: CodeLine
    /// The head and the lines so far of a function that may fit on one line.
    private var function: [CodeLine]?
    private var beginsFunction = false
    /// There are no blank lines between functions that are on one line each.
    private var followsBrief = false
    /// A blank line is written when something follows that may come after it.
    private var owesBlankLine = false
    /// Whether the current line is the last of several lines whose breaks were already decided.
    private var endsLines = false

    init(indentation: Int) {
        self.indentation = indentation
        line = CodeLine(indentation: indentation)
    }

    mutating func finish() -> String {
        if endsLines || !line.parts.isEmpty { endLine() }
        if let function { for line in function { write(line) } }
        return output
    }

    mutating func write(_ code: Code) {
        switch code {
        case .text(let text):
            if text.isEmpty { return }
            line.parts.append(code)
            line.size += text.utf8.count
        case .sequence(let parts): for part in parts { write(part) }
        case .group, .chain:
            line.parts.append(code)
            line.isOpen = true
        case .line: endLine()
        case .indented(let code):
            indentation += 4
            line.indentation = indentation
            write(code)
            indentation -= 4
        case .brief: beginsFunction = true
        case .lines(let text): append(text)
        }
    }

    private mutating func endLine() {
        if endsLines {
            output += "\n"
            endsLines = false
            return
        }
        let ended = line
        line = CodeLine(indentation: indentation)
        if beginsFunction {
            function = [ended]
            beginsFunction = false
        } else if let lines = function {
            if ended.closes {
                function = nil
                write(function: lines)
            } else {
                function = lines + [ended]
            }
        } else {
            write(ended)
        }
    }

    private mutating func write(_ line: CodeLine) {
        guard let first = line.firstByte else {
            owesBlankLine = !output.utf8.dropLast().suffix(1).elementsEqual("{".utf8)
            return
        }
        followsBrief = false
        if line.isOpen || line.indentation + line.size > Layout.width {
            for text in LineBreaker(line).lines { append(text, first: text.firstNonSpace) }
            return
        }
        begin(with: first)
        output += String(repeating: " ", count: line.indentation)
        for case .text(let text) in line.parts { output += text }
        output += "\n"
    }

    private mutating func append(_ text: String, first: UInt8?) {
        begin(with: first)
        output += text
        output += "\n"
    }

    private mutating func append(_ lines: String) {
        if lines.isEmpty { return }
        begin(with: lines.firstNonSpace)
        output += lines
        endsLines = true
    }

    /// Writes the pending blank line, but not before a closing brace.
    private mutating func begin(with first: UInt8?) {
        if owesBlankLine, first != UInt8(ascii: "}") { output += "\n" }
        owesBlankLine = false
    }

    /// A function on one line, if its body is one statement at most and that fits.
    private mutating func write(function lines: [CodeLine]) {
        let texts = LineBreaker.function(lines)
        if followsBrief, texts.count == 1 { owesBlankLine = false }
        for text in texts { append(text, first: text.firstNonSpace) }
        followsBrief = texts.count == 1
    }
}

extension String {
    fileprivate var firstNonSpace: UInt8? { utf8.first { $0 != UInt8(ascii: " ") } }
}
