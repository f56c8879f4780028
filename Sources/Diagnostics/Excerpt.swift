/// The places of diagnostics as text: `file:line:column: `, and the source line with its caret.
struct Excerpts {
    private let diagnostics: Diagnostics
    private var files: [FileID: (file: SourceFile, index: LineIndex)] = [:]
    /// The line of the last excerpt. A minified document is one line, so all of its diagnostics are about the same line.
    private var last: (file: FileID, number: Int32, scalars: [Unicode.Scalar])?

    init(_ diagnostics: Diagnostics) { self.diagnostics = diagnostics }

    /// `openapi.yaml:7:5: `; shorter if less is known.
    func prefix(_ location: SourceLocation) -> String {
        guard let name = diagnostics.file(location.file)?.name.escapingControls else { return "" }
        return location.line > 0 ? "\(name):\(location.line):\(location.column): " : "\(name): "
    }

    /// Two lines, the source line and the caret; empty if there is no such line.
    mutating func excerpt(_ location: SourceLocation) -> String {
        if files[location.file] == nil, let file = diagnostics.file(location.file) {
            files[location.file] = (file, LineIndex(file.bytes))
        }
        guard let (file, index) = files[location.file] else { return "" }
        if let last, last.file == location.file, last.number == location.line {
            return Excerpt(line: last.scalars, column: Int(location.column)).text
        }
        guard let line = index.line(Int(location.line), of: file.bytes) else { return "" }
        let scalars = Array(line.unicodeScalars)
        last = (location.file, location.line, scalars)
        return Excerpt(line: scalars, column: Int(location.column)).text
    }
}

/// A source line, cut to fit around a column, with a caret below it.
struct Excerpt {
    private static let width = 100
    private static let keptBeforeCaret = 60
    private static let indentation = "    "

    let text: String

    init(line scalars: [Unicode.Scalar], column: Int) {
        let caret = min(max(column - 1, 0), scalars.count)
        let start =
            scalars.count <= Self.width ? 0 : max(0, min(caret - Self.keptBeforeCaret, scalars.count - Self.width))
        let end = min(scalars.count, start + Self.width)

        var shown = start > 0 ? "…" : ""
        var padding = start > 0 ? " " : ""
        for (position, scalar) in scalars[start..<end].enumerated() {
            if start + position < caret { padding += scalar.padding }
            shown += scalar.escapedControl
        }
        if end < scalars.count { shown += "…" }
        text = "\(Self.indentation)\(shown)\n\(Self.indentation)\(padding)^\n"
    }
}

extension Unicode.Scalar {
    /// Padding that moves the caret as far as the scalar moves the text after it.
    fileprivate var padding: String {
        if self == "\t" { return "\t" }
        if isUnsafeToShow { return String(repeating: " ", count: escapedControl.utf8.count) }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return ""
        default: return properties.isEmojiPresentation || isEastAsianWide ? "  " : " "
        }
    }

    /// The large blocks of wide scalars (Unicode Standard Annex 11); the exact table is not worth its size here.
    private var isEastAsianWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
