/// The words of a name: `conversation_id`, `conversationId` and `Conversation Id` -> `conversation`, `id`.
package struct Words: Equatable, Sendable {
    package var words: [String]

    /// Splits at everything that is not a letter or digit, and where the case changes: `HTTPServer` -> `HTTP`, `Server`.
    package init(_ text: String) {
        let scalars = text.unicodeScalars
        let kinds = scalars.map(CharacterKind.init)
        let places = Array(scalars.indices) + [scalars.endIndex]
        words = Self.ranges(kinds).map { range in
            let word = scalars[places[range.lowerBound]..<places[range.upperBound]]
            return kinds[range].contains(.apostrophe)
                ? zip(word, kinds[range]).filter { $1 != .apostrophe }.map { String($0.0) }.joined() : String(word)
        }
    }

    /// The words of a name whose characters are of these kinds.
    private static func ranges(_ kinds: [CharacterKind]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        var previous = CharacterKind.separator
        func end(_ index: Int) {
            if let word = start { ranges.append(word..<index) }
            start = nil
        }
        for (index, kind) in kinds.enumerated() {
            if kind == .separator { end(index) }
            guard kind.isInWord else { continue }
            let next = index + 1 < kinds.count ? kinds[index + 1] : .separator
            if let word = start, breaks(previous, kind, next), !isNumbered(kinds[word..<index], kinds[index...]) {
                end(index)
            }
            start = start ?? index
            previous = kind
        }
        end(kinds.count)
        return ranges
    }

    private static func breaks(_ previous: CharacterKind, _ current: CharacterKind, _ next: CharacterKind) -> Bool {
        guard current == .upper else { return false }
        // The last capital of a run begins a word if a lowercase letter follows: `HTTPServer`, but `URLs` is one word.
        return previous != .upper || next == .lower
    }

    /// `2FA` is one word: digits and a few capitals, with which the word ends.
    private static func isNumbered(_ digits: ArraySlice<CharacterKind>, _ rest: ArraySlice<CharacterKind>) -> Bool {
        guard digits.allSatisfy({ $0 == .digit || $0 == .apostrophe }) else { return false }
        let run = rest.prefix { $0 == .upper }
        return (2...3).contains(run.count) && rest.dropFirst(run.count).first?.isInWord != true
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
        if lower.utf8.last == UInt8(ascii: "s"), Acronyms.all.contains(String(lower.dropLast())) {
            return lower.dropLast().uppercased() + "s"
        }
        // A run of capitals inside a mixed name is kept: `MCPSHTTPServerConfig`.
        let isUpper = word == word.uppercased()
        if isUpper, word.first?.isNumber == true { return word }
        return SwiftName.capitalized(isUpper ? lower : word)
    }
}

/// What a character is to the words of a name.
private enum CharacterKind {
    case separator
    /// `don't` is one word.
    case apostrophe
    case digit, upper
    case lower
    /// The plural of a run of capitals: `URLs`.
    case s
    /// A letter without a case.
    case letter

    var isInWord: Bool { self != .separator && self != .apostrophe }

    init(_ scalar: Unicode.Scalar) {
        self =
            switch scalar {
            case "'", "\u{2019}": .apostrophe
            case "_": .separator
            case "0"..."9": .digit
            case "s": .s
            default: scalar.isUpper ? .upper : scalar.isLower ? .lower : scalar.isInName ? .letter : .separator
            }
    }
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
