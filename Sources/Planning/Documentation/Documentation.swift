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
        // Nearly all texts are ASCII whose lines end in a line feed; asking Unicode about each character is slow.
        let isPlain = text.utf8.allSatisfy { 0x20..<0x7F ~= $0 || $0 == 0x0A || $0 == 0x09 }
        let texts =
            isPlain
            ? text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init)
            : text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var paragraphs: [String] = []
        var lines: [Substring] = []
        for line in texts {
            let isBlank =
                isPlain ? line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } : line.allSatisfy(\.isWhitespace)
            if !isBlank {
                lines.append(line)
            } else if !lines.isEmpty {
                paragraphs.append(lines.joined(separator: "\n"))
                lines = []
            }
        }
        if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
        return paragraphs
    }
}
