/// The only ways in which text of a document gets into Swift source: one function for each context.
package enum Escaping {
    /// `say "hi"` -> `"say \"hi\""`; nothing in the result ends the literal or interpolates.
    package static func stringLiteral(_ text: String) -> String {
        if text.utf8.allSatisfy({ isPlain($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            return "\"\(text)\""
        }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if isInvisible(scalar) {
                    result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    /// `https://{region}.example.com` -> `"https://\(region.rawValue).example.com"`: text of the document with Swift in it.
    package static func interpolation(_ parts: [InterpolationPart]) -> String {
        let texts = parts.map { part in
            switch part {
            case .text(let text): String(stringLiteral(text).dropFirst().dropLast())
            case .expression(let source): "\\(\(source))"
            }
        }
        return "\"" + texts.joined() + "\""
    }

    package enum InterpolationPart {
        case text(String)
        /// Swift source.
        case expression(String)
    }

    /// A regular expression, whose backslashes stay readable where possible: `^\d+$` -> `#"^\d+$"#`
    package static func patternLiteral(_ pattern: String) -> String {
        let isPrintable = pattern.unicodeScalars.allSatisfy { 0x20..<0x7F ~= $0.value }
        guard isPrintable, pattern.contains("\\"), !pattern.contains("#") else { return stringLiteral(pattern) }
        return "#\"\(pattern)\"#"
    }

    /// The lines of a documentation comment, each after `///`. Invisible characters are left out.
    package static func documentation(_ text: String) -> [String] {
        var lines =
            if text.utf8.allSatisfy({ isPlain($0) || $0 == UInt8(ascii: "\n") }) {
                text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { comment(of: $0) }
            } else {
                visibleLines(of: text).map { comment(of: $0.utf8[...]) }
            }
        while lines.first == "///" { lines.removeFirst() }
        while lines.last == "///" { lines.removeLast() }
        return lines
    }

    /// `///`, and the line without the spaces at its end.
    private static func comment(of line: Substring.UTF8View) -> String {
        guard let end = line.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return "///" }
        return "/// " + Substring(line[...end])
    }

    private static func visibleLines(of text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if endsLine(scalar) {
                if !(scalar == "\n" && previous == "\r") {
                    lines.append(line)
                    line = ""
                }
            } else if scalar == "\t" {
                line += "    "
            } else if !isInvisible(scalar) {
                line.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return lines + [line]
    }

    /// Printable ASCII.
    private static func isPlain(_ byte: UInt8) -> Bool { 0x20..<0x7F ~= byte }

    /// The lines of a comment of several paragraphs.
    package static func documentation(_ paragraphs: [String]) -> [String] {
        documentation(paragraphs.joined(separator: "\n\n"))
    }

    /// A name where it is declared or used alone: `default` -> `` `default` ``.
    package static func identifier(_ name: String) -> String {
        keywords.contains(name) || isRaw(name) ? "`\(name)`" : name
    }

    /// A name after a dot, where most keywords need no backticks.
    package static func member(_ name: String) -> String {
        name == "init" || name == "self" || name == "Type" || name == "Protocol" || isRaw(name) ? "`\(name)`" : name
    }

    /// `20000000` -> `20_000_000`, as `swift format` writes it; other numbers are left as they are.
    package static func number(_ text: String) -> String {
        let digits = text.drop { $0 == "-" }
        guard digits.count >= 7, digits.allSatisfy(\.isWholeNumber) else { return text }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result.append("_") }
            result.append(digit)
        }
        return text.prefix { $0 == "-" } + result
    }

    /// An argument's label in a call, where all keywords except `inout` need no backticks.
    package static func label(_ name: String) -> String {
        name == "inout" || isRaw(name) ? "`\(name)`" : name
    }

    /// An argument's label in a declaration, where most keywords need no backticks.
    package static func declaredLabel(_ name: String) -> String {
        ["inout", "var", "let"].contains(name) || isRaw(name) ? "`\(name)`" : name
    }

    /// `2fa` is a name only in backticks (SE-0451).
    private static func isRaw(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first else { return false }
        return !IdentifierHeads.contains(first)
    }

    /// A comment of one line: a file's name in a header.
    package static func comment(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            result.unicodeScalars.append(isInvisible(scalar) || endsLine(scalar) ? " " : scalar)
        }
        return result
    }

    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    /// Control characters, bidirectional overrides, separators and other characters that a reader of the source would not see.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value >= 0x20, scalar.value < 0x7F { return false }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return true
        // U+200D joins emoji.
        case .format: return scalar != "\u{200D}"
        case .spaceSeparator: return scalar != " "
        default: return false
        }
    }

    static let keywords: Set<String> = [
        "Any", "Protocol", "Self", "Type", "as", "associatedtype", "await", "break", "case", "catch", "class",
        "continue",
        "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for",
        "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator",
        "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct",
        "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]
}
