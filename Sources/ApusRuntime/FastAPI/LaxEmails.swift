/// Email addresses as the library behind pydantic's `EmailStr` parses them.
enum LaxEmails {
    static func words(_ text: UnsafeBufferPointer<UInt8>) -> IssueWording? {
        guard let reason = problem(String(decoding: text, as: UTF8.self)) else { return nil }
        let msg = "value is not a valid email address: \(reason)"
        return IssueWording("value_error", msg, ["reason": .string(reason)])
    }

    private static func problem(_ text: String) -> String? {
        let address = bare(text)
        guard let at = address.firstIndex(of: "@") else { return "An email address must have an @-sign." }
        let (local, domain) = (address[..<at], address[address.index(after: at)...])
        if let problem = localProblem(local) ?? domainProblem(domain) { return problem }
        let excess = address.unicodeScalars.count - 254
        return excess > 0 ? "The email address is too long (\(tooMany(excess)))." : nil
    }

    /// `Al <al@example.com>` -> `al@example.com`
    private static func bare(_ text: String) -> Substring {
        let isSpace: (Character) -> Bool = { $0.isWhitespace && !$0.isNewline }
        var address = text[...].drop(while: isSpace)
        while address.last.map(isSpace) ?? false { address.removeLast() }
        guard address.last == ">", let start = address.lastIndex(of: "<"), start > address.startIndex else {
            return address
        }
        return address[address.index(after: start)...].dropLast()
    }

    private static func localProblem(_ local: Substring) -> String? {
        if local.isEmpty { return "There must be something before the @-sign." }
        if local.hasPrefix("\""), local.hasSuffix("\""), local.count > 1 {
            return "Quoting the part before the @-sign is not allowed here."
        }
        if local.contains(where: \.isNewline) { return "Carriage return and line feed characters are not allowed" }
        let allowed = "!#$%&'*+-/=?^_`{|}~.".unicodeScalars
        let wrong = Array(local.unicodeScalars).filter { $0.isASCII && !isAlphanumeric($0) && !allowed.contains($0) }
        if !wrong.isEmpty { return "The email address contains invalid characters before the @-sign: \(list(wrong))." }
        return dotProblem(
            local, start: "An email address cannot start with a period.", end: "immediately before the @-sign")
    }

    private static func domainProblem(_ domain: Substring) -> String? {
        if domain.isEmpty { return "There must be something after the @-sign." }
        if domain.hasPrefix("["), domain.hasSuffix("]") {
            return "A bracketed IP address after the @-sign is not allowed here."
        }
        let wrong = Array(domain.unicodeScalars).filter { $0.isASCII && !isAlphanumeric($0) && $0 != "-" && $0 != "." }
        if !wrong.isEmpty { return "The part after the @-sign contains invalid characters: \(list(wrong))." }
        let start = "An email address cannot have a period immediately after the @-sign."
        if let problem = dotProblem(domain, start: start, end: nil) ?? hyphenProblem(domain) { return problem }
        let labels = domain.split(separator: ".")
        if let label = labels.first(where: { $0.unicodeScalars.count > 63 }) {
            let excess = tooMany(label.unicodeScalars.count - 63)
            return "After the @-sign, periods cannot be separated by so many characters (\(excess))."
        }
        guard labels.count > 1, let top = labels.last else {
            return "The part after the @-sign is not valid. It should have a period."
        }
        if let last = top.unicodeScalars.last, last.isASCII, !last.properties.isAlphabetic {
            return "The part after the @-sign is not valid. It is not within a valid top-level domain."
        }
        let reserved = ["arpa", "invalid", "local", "localhost", "onion", "test"]
        guard reserved.contains(top.lowercased()) else { return nil }
        return "The part after the @-sign is a special-use or reserved name that cannot be used with email."
    }

    private static func dotProblem(_ text: Substring, start: String, end: String?) -> String? {
        if text.hasPrefix(".") { return start }
        if text.hasSuffix(".") {
            return end.map { "An email address cannot have a period \($0)." }
                ?? "An email address cannot end with a period."
        }
        return text.contains("..") ? "An email address cannot have two periods in a row." : nil
    }

    private static func hyphenProblem(_ domain: Substring) -> String? {
        if domain.hasPrefix("-") { return "An email address cannot have a hyphen immediately after the @-sign." }
        if domain.hasSuffix("-") { return "An email address cannot end with a hyphen." }
        let isBeside = domain.contains(".-") || domain.contains("-.")
        return isBeside ? "An email address cannot have a period and a hyphen next to each other." : nil
    }

    private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "a"..."z", "A"..."Z": true
        default: false
        }
    }

    /// `'(', SPACE`, each once, in the order of the code points.
    private static func list(_ scalars: [Unicode.Scalar]) -> String {
        Set(scalars).sorted().map { $0 == " " ? "SPACE" : PythonText.quoted($0) }.joined(separator: ", ")
    }

    private static func tooMany(_ count: Int) -> String { "\(IssueWording.count(count, "character")) too many" }
}
