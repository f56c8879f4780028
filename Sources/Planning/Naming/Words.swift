/// The words of a name: `conversation_id`, `conversationId` and `Conversation Id` -> `conversation`, `id`.
package struct Words: Equatable, Sendable {
    package var words: [String]

    /// Splits at everything that is not a letter or digit, and where the case changes: `HTTPServer` -> `HTTP`, `Server`.
    package init(_ text: String) {
        var words: [String] = []
        var word: [Unicode.Scalar] = []
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            guard scalar.isWordCharacter else {
                // `don't` is one word.
                if scalar == "'" || scalar == "\u{2019}" { continue }
                Self.flush(&word, into: &words)
                continue
            }
            if let previous = word.last, Self.breaks(previous, scalar, scalars[(index + 1)...].first),
                !Self.isNumbered(word, scalars[index...])
            {
                Self.flush(&word, into: &words)
            }
            word.append(scalar)
        }
        Self.flush(&word, into: &words)
        self.words = words
    }

    private static func breaks(
        _ previous: Unicode.Scalar, _ current: Unicode.Scalar, _ next: Unicode.Scalar?
    ) -> Bool {
        guard current.isUpper else { return false }
        if !previous.isUpper { return true }
        // The last capital of a run begins a word if a lowercase letter follows: `HTTPServer`, but `URLs` is one word.
        guard let next, next.isLower else { return false }
        return next != "s"
    }

    /// `2FA` is one word: digits and a few capitals, with which the word ends.
    private static func isNumbered(_ digits: [Unicode.Scalar], _ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        guard digits.allSatisfy(\.isDigit) else { return false }
        let run = rest.prefix { $0.isUpper }
        return (2...3).contains(run.count) && rest.dropFirst(run.count).first?.isWordCharacter != true
    }

    private static func flush(_ word: inout [Unicode.Scalar], into words: inout [String]) {
        guard !word.isEmpty else { return }
        var text = ""
        text.unicodeScalars.append(contentsOf: word)
        words.append(text)
        word.removeAll(keepingCapacity: true)
    }

    /// `conversationID`
    package var lowerCamelCase: String {
        guard let first = words.first else { return "" }
        return first.lowercased() + words.dropFirst().map(Self.capitalized).joined()
    }

    /// `ConversationID`
    package var upperCamelCase: String {
        words.map(Self.capitalized).joined()
    }

    /// `id` -> `ID`, `urls` -> `URLs`, `title` -> `Title`
    private static func capitalized(_ word: String) -> String {
        let lower = word.lowercased()
        if Acronyms.all.contains(lower) { return lower.uppercased() }
        if lower.last == "s", Acronyms.all.contains(String(lower.dropLast())) {
            return lower.dropLast().uppercased() + "s"
        }
        // A run of capitals inside a mixed name is kept: `MCPSHTTPServerConfig`.
        if word.first?.isNumber == true, word == word.uppercased() { return word }
        let rest = word == word.uppercased() ? lower.dropFirst() : word.dropFirst()
        return lower.prefix(1).uppercased() + rest
    }
}

/// The properties of a scalar; Unicode's tables are consulted only outside ASCII, since names are nearly always ASCII.
extension Unicode.Scalar {
    fileprivate var isWordCharacter: Bool {
        guard isASCII else { return properties.isXIDContinue }
        return isUpper || isLower || isDigit
    }

    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

    fileprivate var isUpper: Bool { isASCII ? ("A"..."Z").contains(self) : properties.isUppercase }

    fileprivate var isLower: Bool { isASCII ? ("a"..."z").contains(self) : properties.isLowercase }
}

/// Words that Swift's API Design Guidelines write all in one case: `conversationID`, `urlString`.
enum Acronyms {
    static let all: Set<String> = [
        "acl", "api", "arn", "ascii", "aws", "cpu", "css", "csv", "dns", "ftp", "gpu", "guid", "html", "http", "https",
        "id", "imap", "io", "ip", "json", "jwt", "llm", "mac", "mcp", "mime", "os", "pdf", "png", "qr", "ram", "rpc",
        "rss", "sdk", "sha", "sms", "smtp", "sql", "sse", "ssh", "ssl", "sso", "svg", "tcp", "tls", "ttl", "udp", "ui",
        "uri", "url", "utc", "utf", "uuid", "vm", "vpc", "xml", "yaml",
    ]
}
