/// A part of a template as it is written, whose names have not been looked up yet.
indirect enum TemplateNode: Equatable {
    case text(String)
    case value(TemplateName)
    /// `{{#name}}...{{/name}}`, or `{{^name}}...{{/name}}` for an empty value.
    case section(TemplateName, isInverted: Bool, [TemplateNode])
}

struct TemplateName: Equatable {
    /// `property.name`, `.`
    var text: String
    var line: Int
}

/// Parses the template language: Mustache without partials, parents and custom delimiters.
///
/// If a section's tag or a comment is alone on its line, the whole line is removed.
struct TemplateParser {
    private let path: String
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    /// - Parameter path: The template's file, for error messages.
    init(_ text: String, path: String) {
        self.path = path
        // Generated source ends its lines with "\n", even if a template was written on Windows.
        bytes = Array(text.utf8).filter { $0 != UInt8(ascii: "\r") }
    }

    static func nodes(_ text: String, path: String) throws(TemplateError) -> [TemplateNode] {
        var parser = TemplateParser(text, path: path)
        return try parser.nodes(inside: nil)
    }

    private struct Tag {
        enum Kind {
            case value, section, inverted, end, comment
        }

        var kind: Kind
        var name: TemplateName
    }

    private mutating func nodes(inside section: TemplateName?) throws(TemplateError) -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while let start = next("{{") {
            let textStart = position
            advance(to: start)
            let tag = try tag()
            let lines = tag.kind == .value ? nil : wholeLines(from: start)
            let text = bytes[textStart..<(lines?.lowerBound ?? start)]
            if !text.isEmpty { nodes.append(.text(String(decoding: text, as: UTF8.self))) }
            if let lines { advance(to: lines.upperBound) }
            switch tag.kind {
            case .comment: break
            case .value: nodes.append(.value(tag.name))
            case .section, .inverted:
                let inner = try self.nodes(inside: tag.name)
                nodes.append(.section(tag.name, isInverted: tag.kind == .inverted, inner))
            case .end:
                guard let section, section.text == tag.name.text else {
                    throw error("`{{/\(tag.name.text)}}` does not close an open section", at: tag.name.line)
                }
                return nodes
            }
        }
        if let section { throw error("the section `\(section.text)` is not closed", at: section.line) }
        if position < bytes.count { nodes.append(.text(String(decoding: bytes[position...], as: UTF8.self))) }
        return nodes
    }

    /// Reads the tag at the position and advances past it.
    private mutating func tag() throws(TemplateError) -> Tag {
        let line = line
        // `{{{name}}}` is `{{name}}`: nothing is escaped anyway.
        let isTriple = bytes[(position + 2)...].first == UInt8(ascii: "{")
        let start = position + (isTriple ? 3 : 2)
        position = start
        let closing = isTriple ? "}}}" : "}}"
        guard let end = next(closing) else { throw error("the tag is not closed", at: line) }
        var content = bytes[start..<end].drop(while: Self.isBlank)
        var kind = Tag.Kind.value
        if !isTriple, let first = content.first {
            switch first {
            case UInt8(ascii: "#"): kind = .section
            case UInt8(ascii: "^"): kind = .inverted
            case UInt8(ascii: "/"): kind = .end
            case UInt8(ascii: "!"): kind = .comment
            case UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "="):
                throw error("partials, parents and pragmas are not supported", at: line)
            default: break
            }
            if kind != .value || first == UInt8(ascii: "&") { content = content.dropFirst() }
        }
        advance(to: end + closing.utf8.count)
        let name = String(decoding: content.filter { !Self.isBlank($0) }, as: UTF8.self)
        return Tag(kind: kind, name: TemplateName(text: name, line: line))
    }

    /// The lines of a tag that ends at the position; `nil` if they contain anything else.
    private func wholeLines(from start: Int) -> Range<Int>? {
        var lower = start
        while lower > 0, Self.isBlank(bytes[lower - 1]) { lower -= 1 }
        if lower > 0, bytes[lower - 1] != UInt8(ascii: "\n") { return nil }
        var upper = position
        while upper < bytes.count, Self.isBlank(bytes[upper]) { upper += 1 }
        if upper == bytes.count { return lower..<upper }
        return bytes[upper] == UInt8(ascii: "\n") ? lower..<(upper + 1) : nil
    }

    /// The position of the next occurrence of `text`.
    private func next(_ text: String) -> Int? {
        bytes[position...].end(of: text).map { $0 - text.utf8.count }
    }

    private mutating func advance(to end: Int) {
        line += bytes[position..<end].count { $0 == UInt8(ascii: "\n") }
        position = end
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private func error(_ message: String, at line: Int) -> TemplateError {
        TemplateError(path: path, line: line, message: message)
    }
}
