/// Names of the document as Swift names. Every function returns an identifier, whatever the string contains.
package enum SwiftName {
    /// `conversation_id` -> `conversationID`; not yet escaped.
    package static func member(_ text: String, fallback: String = "empty") -> String {
        identifier(Words(spelledOut(text)).lowerCamelCase, fallback: fallback)
    }

    /// `UserSecrets-Input` -> `UserSecretsInput`. A name that is already a type name is kept: `MCPSHTTPServerConfig`.
    package static func type(_ text: String, fallback: String = "Empty") -> String {
        if isTypeName(text) { return text }
        let name = Words(spelledOut(withoutArity(text))).upperCamelCase
        return identifier(name, fallback: fallback)
    }

    /// The names that .NET gives to types: `Order[]` -> `Order list`, `Page`1` -> `Page`.
    private static func withoutArity(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "`")) || text.hasSuffix("[]") else { return text }
        let plain = text.replacing(#/`\d+/#, with: "")
        return plain.hasSuffix("[]") ? plain.dropLast(2) + " list" : plain
    }

    /// `listPets` -> `ListPets`
    static func capitalized(_ name: String) -> String {
        guard let first = name.utf8.first, first < 0x80, name.utf8.dropFirst().first.map({ $0 < 0x80 }) ?? true else {
            return name.prefix(1).uppercased() + name.dropFirst()
        }
        guard first.isLower else { return name }
        return String(UnicodeScalar(first - 0x20)) + Substring(name.utf8.dropFirst())
    }

    /// The string letter by letter, for names that are equal in camel case: `add`, `Add`. Symbols at either end are spelled out.
    package static func verbatim(_ text: String) -> String {
        let ends = [text.unicodeScalars.first, text.unicodeScalars.last].compactMap { $0 }
        if !ends.allSatisfy(\.isInName) { return spelled(text) }
        var name = ""
        for scalar in spelledOut(text).unicodeScalars {
            name.unicodeScalars.append(scalar.isInName ? scalar : "_")
        }
        return identifier(name, fallback: "empty")
    }

    /// Every symbol by its name: `foo-bar` -> `foo_dash_bar`, beside `foo_bar`.
    package static func spelled(_ text: String) -> String {
        if !text.isEmpty, text.utf8.allSatisfy(\.isInName) { return text }
        var name = ""
        for scalar in text.unicodeScalars {
            if scalar.isInName {
                name.unicodeScalars.append(scalar)
            } else {
                name += "_" + (signNames[scalar] ?? unicodeName(scalar)) + "_"
            }
        }
        while name.hasPrefix("_"), !text.hasPrefix("_"), name.count > 1 { name.removeFirst() }
        while name.hasSuffix("_"), !text.hasSuffix("_"), name.count > 1 { name.removeLast() }
        return identifier(name, fallback: "empty")
    }

    /// `⚠` -> `warning_sign`
    private static func unicodeName(_ scalar: Unicode.Scalar) -> String {
        let name = scalar.properties.name ?? "u" + String(scalar.value, radix: 16)
        return String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }

    private static let signNames: [Unicode.Scalar: String] = [
        "-": "dash", " ": "space", ".": "dot", "/": "slash", ":": "colon", "$": "dollar", "@": "at", ",": "comma",
        "+": "plus", "*": "star", "#": "number", "%": "percent", "&": "and", "=": "equal", "[": "open", "]": "close",
        "{": "left_curly_bracket", "}": "right_curly_bracket",
    ]

    /// `errors` -> `error`, `entries` -> `entry`: the name of one item of a list.
    package static func singular(_ text: String) -> String {
        let lower = text.lowercased()
        for (plural, singular) in unusualPlurals where lower.hasSuffix(plural) {
            return text.dropLast(plural.count) + (text.hasSuffix(plural) ? singular : capitalized(singular))
        }
        if lower.hasSuffix("ies"), lower.count > 4 { return String(text.dropLast(3)) + "y" }
        for suffix in ["sses", "xes", "ches", "shes", "iases"] where lower.hasSuffix(suffix) {
            return String(text.dropLast(2))
        }
        for suffix in ["ss", "us", "is", "news", "series", "status"] where lower.hasSuffix(suffix) { return text }
        return lower.hasSuffix("s") && lower.count > 2 ? String(text.dropLast()) : text
    }

    private static let unusualPlurals = [
        ("statuses", "status"), ("viruses", "virus"), ("bonuses", "bonus"), ("buses", "bus"), ("caches", "cache"),
        ("movies", "movie"), ("cookies", "cookie"), ("indices", "index"), ("vertices", "vertex"), ("people", "person"),
        ("children", "child"), ("analyses", "analysis"),
    ]

    private static func isTypeName(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard scalars.first?.isUpper == true, scalars.allSatisfy({ $0.isInName && $0 != "_" }) else { return false }
        // `STATUS` is an ordinary word in capitals; `ID` and `URL` are names.
        return scalars.contains(where: \.isLower) || text.count <= 4
    }

    /// A name that begins with a digit is left as it is: Swift accepts it in backticks.
    private static func identifier(_ text: String, fallback: String) -> String {
        text.isEmpty ? fallback : text
    }

    /// Symbols that carry the meaning of a name: `+1` -> `plus 1`, `-1` -> `minus 1`, `>=` -> `greater than or equal`.
    private static func spelledOut(_ text: String) -> String {
        if let first = text.utf8.first, first.isInName, text.utf8.allSatisfy({ $0.isInName || isPlainSeparator($0) }) {
            return text.utf8.count == 1 ? wholeSigns[text] ?? text : text
        }
        if let whole = wholeSigns[text] { return whole }
        var result = ""
        var isFirst = true
        for character in text {
            if isFirst, let sign = leadingSigns[character] {
                result += sign + " "
            } else if let sign = innerSigns[character] {
                result += " " + sign + " "
            } else if character.unicodeScalars.contains(where: { $0.properties.isXIDContinue }) || separates(character)
            {
                result.append(character)
            } else {
                result += " " + character.unicodeScalars.map(spelledOut).joined(separator: " ") + " "
            }
            isFirst = false
        }
        return result
    }

    /// A symbol inside a name that only separates words: most of those in ASCII.
    private static func isPlainSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "*"): false
        default: byte >= 0x20 && byte < 0x7F
        }
    }

    /// Whether a symbol is left to `Words`: those of ASCII, and the typographic apostrophe, which is part of a word.
    private static func separates(_ character: Character) -> Bool {
        character.isASCII || character == "\u{2019}"
    }

    /// `😀` -> `grinning face`
    private static func spelledOut(_ scalar: Unicode.Scalar) -> String {
        if let name = scalar.properties.name { return name.lowercased() }
        return scalar.properties.generalCategory == .unassigned ? "" : "u" + String(scalar.value, radix: 16)
    }

    private static let leadingSigns: [Character: String] = [
        "+": "plus", "-": "minus", "<": "less than", ">": "greater than", "=": "equal", "!": "not", "~": "tilde",
        "*": "star", "#": "number", "%": "percent", "&": "and", "/": "slash", ".": "dot",
    ]

    private static let innerSigns: [Character: String] = ["+": "plus", "&": "and", "%": "percent", "*": "star"]

    private static let wholeSigns: [String: String] = [
        "": "empty", " ": "space", "<": "less than", ">": "greater than", "<=": "less than or equal",
        ">=": "greater than or equal", "=": "equal", "==": "equal", "!=": "not equal", "-": "minus", "+": "plus",
        "*": "star", "/": "slash", ".": "dot", "_": "underscore", ",": "comma", "|": "pipe", "?": "question mark",
    ]
}

/// Names that are sentences.
extension SwiftName {
    /// The maximum length of a name.
    static let mostCharacters = 60

    /// The first words of a name that is too long to read: `theAmountOfTheOrderCannotBeChanged`.
    static func shortened(_ name: String, to count: Int = mostCharacters) -> String {
        guard name.count > count else { return name }
        let characters = Array(name)
        let words = (count / 2...count).last { characters[$0].isUppercase }
        return String(characters[..<(words ?? count)])
    }

    /// Its first and last words.
    static func ends(of name: String) -> String {
        let tail = mostCharacters / 3
        let characters = Array(name)
        let start = (characters.count - tail..<characters.count).first { characters[$0].isUppercase }
        return shortened(name, to: mostCharacters - tail) + String(characters[(start ?? characters.count - tail)...])
    }
}
