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
        let bytes = text.utf8
        // Nearly all texts end their lines with a line feed.
        guard bytes.allSatisfy({ 0x20..<0x7F ~= $0 || $0 == 0x0A || $0 == 0x09 }) else { return splitAtLines(text) }
        var paragraphs: [String] = []
        var paragraph: Range<String.Index>?
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                if let paragraph { paragraphs.append(String(text[paragraph])) }
                paragraph = nil
            } else {
                paragraph = (paragraph?.lowerBound ?? line.startIndex)..<line.endIndex
            }
        }
        if let paragraph { paragraphs.append(String(text[paragraph])) }
        return paragraphs
    }

    private static func splitAtLines(_ text: String) -> [String] {
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
