import ApusDiagnostics

/// Explains a syntax error by a line's indentation: libyaml says what it did not find, not that a space is missing.
struct IndentationHint {
    /// The text that is added after libyaml's own message.
    let message: String
    let notes: [(String, SourceLocation)]

    /// - Parameters:
    /// - problem: libyaml's message.
    ///   - line: The line of the error, 0 for the first one of `text`.
    init?(_ problem: String, line: Int, in text: SourceText) {
        guard Self.problems.contains(where: problem.hasPrefix) else { return nil }
        let lines = TextLines(text.bytes).prefix(line + 1).map { Indented($0) }
        guard let last = lines.last, lines.count == line + 1 else { return nil }
        if last.hasTab {
            (message, notes) = ("YAML is indented with spaces, but this line is indented with a tab", [])
            return
        }
        var open = Self.open(before: line, in: lines)
        if let before = lines.dropLast().last(where: { !$0.isBlank }), before.opensBlock, before.column < last.column {
            open.append((last.column, line))
        }
        let around = [open.first { $0.column > last.column }, open.last { $0.column < last.column }].compactMap { $0 }
        guard let closest = around.first, !open.contains(where: { $0.column == last.column }) else {
            guard problem.hasPrefix("mapping values") else { return nil }
            (message, notes) = ("a value that contains ': ' must be quoted", [])
            return
        }
        let others = around.map { String($0.column) }.joined(separator: " or ")
        message =
            "this line is indented by \(Self.spaces(last.column)), but the lines that it could belong to are indented by \(others)"
        let location = SourceLocation(file: text.file, line: text.firstLine + closest.line, column: closest.column + 1)
        notes = [("this one is indented by \(Self.spaces(closest.column))", location)]
    }

    private static let problems = [
        "did not find expected key", "did not find expected '-' indicator", "mapping values are not allowed",
        "could not find expected ':'", "found character that cannot start any token",
        "block sequence entries are not allowed", "found a tab character",
    ]

    private static func spaces(_ count: Int) -> String { count == 1 ? "1 space" : "\(count) spaces" }

    /// The columns in which the blocks around a line begin, the outermost first. Another block begins after `- `.
    private static func open(before line: Int, in lines: [Indented]) -> [(column: Int, line: Int)] {
        var open: [(column: Int, line: Int)] = []
        for index in (0..<line).reversed() where !lines[index].isBlank {
            for column in lines[index].columns.reversed() where column < open.last?.column ?? .max {
                open.append((column, index))
            }
            if open.last?.column == 0 { break }
        }
        return open.reversed()
    }
}

/// The indentation of a line.
private struct Indented {
    /// 0 if the line is not indented.
    var column = 0
    /// The columns in which blocks may begin: `  - a: 1` has 2 and 4.
    var columns: [Int] = []
    var hasTab = false
    /// Whether it ends with a key whose value is on the next lines.
    var opensBlock = false
    var isBlank: Bool { columns.isEmpty }

    init(_ line: TextLines.Line) {
        let bytes = Array(line.bytes)
        column = bytes.prefix { $0 == UInt8(ascii: " ") }.count
        hasTab = column < bytes.count && bytes[column] == UInt8(ascii: "\t")
        opensBlock = bytes.last { $0 > UInt8(ascii: " ") } == UInt8(ascii: ":")
        var start = column
        while start < bytes.count, bytes[start] > UInt8(ascii: " "), bytes[start] != UInt8(ascii: "#") {
            columns.append(start)
            guard bytes[start] == UInt8(ascii: "-"), start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: " ")
            else { return }
            start += 1
            while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
        }
    }
}
