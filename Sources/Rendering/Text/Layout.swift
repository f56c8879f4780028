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
        String(decoding: lines(code, indentation: indentation), as: UTF8.self)
    }

    /// The same lines as code, without the last line break.
    static func lines(of code: Code, indentation: Int) -> Code {
        .lines(String(decoding: lines(code, indentation: indentation).dropLast(), as: UTF8.self))
    }

    private static func lines(_ code: Code, indentation: Int) -> [UInt8] {
        var writer = LayoutWriter(indentation: indentation)
        writer.write(code)
        return writer.finish()
    }

    /// The code on one line.
    package static func flat(_ code: Code) -> String {
        var line = OpenLine(indentation: 0)
        LayoutWriter.append(code, to: &line)
        return String(decoding: line.bytes, as: UTF8.self)
    }
}

/// Writes lines one after the other.
private struct LayoutWriter {
    private var output: [UInt8] = []
    private var indentation: Int
    private var line: OpenLine
    /// The head and the lines so far of a function that may fit on one line.
    private var function: [OpenLine]?
    private var beginsFunction = false
    /// There are no blank lines between functions that are on one line each.
    private var followsBrief = false
    /// A blank line is written when something follows that may come after it.
    private var owesBlankLine = false
    /// Whether the current line is the last of several lines whose breaks were already decided.
    private var endsLines = false

    init(indentation: Int) {
        self.indentation = indentation
        line = OpenLine(indentation: indentation)
    }

    mutating func finish() -> [UInt8] {
        if endsLines || !line.bytes.isEmpty { endLine() }
        if let function { for line in function { write(line) } }
        return output
    }

    mutating func write(_ code: Code) {
        switch code {
        case .text(let text): line.append(text)
        case .sequence(let parts): for part in parts { write(part) }
        case .group(let items, let kind): line.appendGroup(items, kind) { Self.append($0, to: &$1) }
        case .chain: line.appendChain()
        case .line: endLine()
        case .indented(let code):
            indentation += 4
            line.indentation = indentation
            write(code)
            indentation -= 4
        case .brief: beginsFunction = true
        case .lines(let text):
            if text.isEmpty { return }
            begin(with: text.utf8.first { $0 != UInt8(ascii: " ") })
            var text = text
            text.withUTF8 { output.append(contentsOf: $0) }
            endsLines = true
        }
    }

    /// Code inside a line.
    fileprivate static func append(_ code: Code, to line: inout OpenLine) {
        switch code {
        case .text(let text): line.append(text)
        case .sequence(let parts): for part in parts { append(part, to: &line) }
        case .group(let items, let kind): line.appendGroup(items, kind) { append($0, to: &$1) }
        case .indented(let code): append(code, to: &line)
        case .chain: line.appendChain()
        case .line, .brief, .lines: break
        }
    }

    private mutating func endLine() {
        if endsLines {
            output.append(UInt8(ascii: "\n"))
            endsLines = false
            return
        }
        if beginsFunction {
            function = [takeLine()]
            beginsFunction = false
        } else if function != nil {
            let ended = takeLine()
            if ended.closes, let lines = function {
                function = nil
                write(function: lines)
            } else {
                function?.append(ended)
            }
        } else {
            write(line)
            line.bytes.removeAll(keepingCapacity: true)
            line.marks.removeAll(keepingCapacity: true)
            line.indentation = indentation
        }
    }

    private mutating func takeLine() -> OpenLine {
        let ended = line
        line = OpenLine(indentation: indentation)
        return ended
    }

    private mutating func write(_ line: OpenLine) {
        guard let first = line.firstByte else {
            owesBlankLine = output.dropLast().last != UInt8(ascii: "{")
            return
        }
        followsBrief = false
        begin(with: first)
        if !line.marks.isEmpty || line.indentation + line.bytes.count > Layout.width {
            LineBreaker(line).write(to: &output)
        } else {
            output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: line.indentation))
            output += line.bytes
            output.append(UInt8(ascii: "\n"))
        }
    }

    /// Writes the pending blank line, but not before a closing brace.
    private mutating func begin(with first: UInt8?) {
        if owesBlankLine, first != UInt8(ascii: "}") { output.append(UInt8(ascii: "\n")) }
        owesBlankLine = false
    }

    /// A function on one line, if its body is one statement at most and that fits.
    private mutating func write(function lines: [OpenLine]) {
        var text: [UInt8] = []
        let isBrief = LineBreaker.write(function: lines, to: &text)
        if followsBrief, isBrief { owesBlankLine = false }
        begin(with: lines.first?.firstByte)
        output += text
        followsBrief = isBrief
    }
}
