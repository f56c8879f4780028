/// Strings of parameters as pydantic parses them, for which it has no strict mode: `yes` is true, `+1.0` is an integer.
enum LaxTexts {
    private static let booleans = [
        "1": true, "on": true, "t": true, "true": true, "y": true, "yes": true,
        "0": false, "off": false, "f": false, "false": false, "n": false, "no": false,
    ]

    /// A number or boolean as JSON; `nil` for a string that is neither.
    static func json(_ text: String, _ shape: JSONShape) -> String? {
        switch shape {
        case .boolean: booleans[text.lowercased()].map { $0 ? "true" : "false" }
        case .integer: integer(text)
        case .number: number(text)
        case .any, .string, .array, .object: nil
        }
    }

    /// ` +1_000.0 ` -> `1000`
    private static func integer(_ text: String) -> String? {
        guard var digits = unsigned(text) else { return nil }
        if let dot = digits.firstIndex(of: ".") {
            guard digits[digits.index(after: dot)...].allSatisfy({ $0 == "0" }) else { return nil }
            digits = digits[..<dot]
        }
        guard digits.first != "_", digits.last != "_", !digits.contains("__") else { return nil }
        let plain = digits.filter { $0 != "_" }
        guard !plain.isEmpty, plain.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return sign(text) + withoutZeros(plain)
    }

    /// ` .5 ` -> `0.5`
    private static func number(_ text: String) -> String? {
        guard let digits = unsigned(text) else { return nil }
        let parts = digits.split(maxSplits: 1, omittingEmptySubsequences: false) { "eE".contains($0) }
        let pieces = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let (whole, fraction) = (pieces[0], pieces.count > 1 ? pieces[1] : "")
        guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
        let json =
            sign(text) + withoutZeros(String(whole)) + (fraction.isEmpty ? "" : "." + fraction)
            + (parts.count > 1 ? "e" + parts[1] : "")
        return (try? JSONDocument(json))?.root.kind == .number ? json : nil
    }

    private static func unsigned(_ text: String) -> Substring? {
        let text = text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        guard let first = text.first else { return nil }
        let digits = String(first == "-" || first == "+" ? text.dropFirst() : text[...])
        guard let start = digits.first, start.isASCII, start.isNumber || start == "." else { return nil }
        return digits[...]
    }

    private static func sign(_ text: String) -> String { text.first { $0 != " " } == "-" ? "-" : "" }

    private static func withoutZeros(_ digits: String) -> String {
        let rest = digits.drop { $0 == "0" }
        return rest.isEmpty ? "0" : String(rest)
    }
}
