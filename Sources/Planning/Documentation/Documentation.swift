/// What the document says about something, as paragraphs of a documentation comment.
package enum Documentation {
    /// The paragraphs of the texts in turn; a text that is empty or has already appeared is left out.
    package static func paragraphs(_ texts: String?...) -> [String] {
        var paragraphs: [String] = []
        for text in texts {
            guard let text else { continue }
            for paragraph in split(text) where !paragraphs.contains(paragraph) { paragraphs.append(paragraph) }
        }
        return paragraphs
    }

    /// Splits the text at blank lines.
    private static func split(_ text: String) -> [String] {
        // Most texts are one line of ASCII.
        if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) {
            return text.utf8.allSatisfy { $0 == UInt8(ascii: " ") } ? [] : [text]
        }
        var paragraphs: [String] = []
        var lines: [Substring] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.allSatisfy(\.isWhitespace) {
                if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
                lines = []
            } else {
                lines.append(line)
            }
        }
        if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
        return paragraphs
    }
}
