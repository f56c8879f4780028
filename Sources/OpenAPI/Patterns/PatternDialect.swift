/// Patterns in the notation of other languages -> ECMA-262.
///
///     /^[a-z]+$/i      -> ^[a-zA-Z]+$
///     (?i)^(big|small) -> ^([bB][iI][gG]|[sS]...)
///     \A\d+\z         -> ^\d+$
///     (?P<year>\d{4})  -> (?<year>\d{4})
///     [[:alpha:]]      -> [a-zA-Z]
struct PatternDialect {
    static let unknownEscape = "an escape belongs to another dialect"

    /// The pattern itself if it is in the notation of ECMA-262; `nil` if it has an escape whose meaning is not known.
    static func translated(_ pattern: String) -> String? {
        var dialect = PatternDialect(scalars: Array(pattern.unicodeScalars))
        dialect.takeDelimiters()
        dialect.takeFlags()
        guard dialect.translate() else { return nil }
        return String(String.UnicodeScalarView(dialect.output))
    }

    private var scalars: [Unicode.Scalar]
    private var position = 0
    private var output: [Unicode.Scalar] = []
    private var ignoresCase = false
    private var dotMatchesAll = false

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    // MARK: Flags

    /// `/^a$/i`: nothing matches a slash before the beginning or after the end of the text.
    private mutating func takeDelimiters() {
        guard scalars.starts(with: Array("/^".unicodeScalars)), let end = scalars.lastIndex(of: "/"), end > 1 else {
            return
        }
        let flags = scalars[(end + 1)...]
        guard scalars[end - 1] == "$" || !flags.isEmpty, flags.allSatisfy({ ["i", "s", "u", "g"].contains($0) }) else {
            return
        }
        set(flags)
        scalars = Array(scalars[1..<end])
    }

    /// `(?i)` at the beginning, also after `^`.
    private mutating func takeFlags() {
        let start = scalars.first == "^" ? 1 : 0
        guard scalars[start...].starts(with: Array("(?".unicodeScalars)),
            let end = scalars[start...].firstIndex(of: ")")
        else { return }
        let flags = scalars[(start + 2)..<end]
        guard !flags.isEmpty, flags.allSatisfy({ ["i", "s", "u"].contains($0) }) else { return }
        set(flags)
        scalars.removeSubrange(start...end)
    }

    private mutating func set(_ flags: ArraySlice<Unicode.Scalar>) {
        if flags.contains("i") { ignoresCase = true }
        if flags.contains("s") { dotMatchesAll = true }
    }

    // MARK: The pattern

    private mutating func translate() -> Bool {
        while position < scalars.count {
            let scalar = scalars[position]
            switch scalar {
            case "\\":
                guard translateEscape(inClass: false) else { return false }
            case "[": translateClass()
            case "(": copyGroupHead()
            case "." where dotMatchesAll:
                output += "[\\s\\S]".unicodeScalars
                position += 1
            default:
                let variants = variants(of: scalar)
                output += variants.count == 1 ? variants : ["["] + variants + ["]"]
                position += 1
            }
        }
        return true
    }

    private mutating func translateEscape(inClass: Bool) -> Bool {
        guard position + 1 < scalars.count else {
            output.append(scalars[position])
            position += 1
            return true
        }
        let escaped = scalars[position + 1]
        switch escaped {
        case "A" where !inClass: output.append("^")
        case "Z" where !inClass, "z" where !inClass: output.append("$")
        case "a"..."z", "A"..."Z":
            guard "bBcdDfknpPrsStuvwWx".unicodeScalars.contains(escaped) else { return false }
            output += [scalars[position], escaped]
            copyEscapeRest()
            return true
        default: output += [scalars[position], escaped]
        }
        position += 2
        return true
    }

    /// Copies the rest of an escape, which is not text: `\u0041`, `\x41`, `\p{Lu}`, `\k<name>`, `\cJ`.
    private mutating func copyEscapeRest() {
        let escaped = scalars[position + 1]
        position += 2
        var end = position
        func closes(_ open: Unicode.Scalar, _ close: Unicode.Scalar) -> Int? {
            guard position < scalars.count, scalars[position] == open else { return nil }
            return scalars[position...].firstIndex(of: close).map { $0 + 1 }
        }
        switch escaped {
        case "u": end = closes("{", "}") ?? position + 4
        case "x": end = position + 2
        case "p", "P": end = closes("{", "}") ?? position
        case "k": end = closes("<", ">") ?? position
        case "c": end = position + 1
        default: break
        }
        end = min(end, scalars.count)
        output += scalars[position..<end]
        position = end
    }

    /// `(?P<name>` -> `(?<name>`; a name is not text.
    private mutating func copyGroupHead() {
        let rest = scalars[position...]
        for (head, replacement) in [("(?P<", "(?<"), ("(?<", "(?<")] where rest.starts(with: head.unicodeScalars) {
            let start = position + head.unicodeScalars.count
            let isLookbehind = start < scalars.count && ["=", "!"].contains(scalars[start])
            output += replacement.unicodeScalars
            position = start
            guard !isLookbehind, let end = scalars[start...].firstIndex(of: ">") else { return }
            output += scalars[start...end]
            position = end + 1
            return
        }
        output.append(scalars[position])
        position += 1
        // `(?i:` has flags, which are not text either.
        guard position < scalars.count, scalars[position] == "?" else { return }
        while position < scalars.count, !["(", ")", ":", "=", "!"].contains(scalars[position]) {
            output.append(scalars[position])
            position += 1
        }
    }

    // MARK: Classes

    private static let posixClasses = [
        "alpha": "a-zA-Z", "digit": "0-9", "alnum": "a-zA-Z0-9", "upper": "A-Z", "lower": "a-z", "space": "\\s",
        "xdigit": "0-9A-Fa-f", "word": "\\w", "punct": "!-\\/:-@\\[-`{-~",
    ]

    private mutating func translateClass() {
        var additions: [Unicode.Scalar] = []
        output.append("[")
        position += 1
        if position < scalars.count, scalars[position] == "^" {
            output.append("^")
            position += 1
        }
        while position < scalars.count, scalars[position] != "]" {
            if scalars[position] == "\\" {
                if !translateEscape(inClass: true) {
                    output += scalars[position..<min(position + 2, scalars.count)]
                    position += 2
                }
            } else if let (range, end) = posixClass() {
                output += range.unicodeScalars
                position = end
            } else {
                additions += otherCase()
            }
        }
        // A hyphen at the end would begin a range with the characters that follow.
        if !additions.isEmpty, output.last == "-" { output.insert("\\", at: output.count - 1) }
        output += additions
    }

    private func posixClass() -> (String, end: Int)? {
        let rest = scalars[position...]
        guard rest.starts(with: "[:".unicodeScalars), let colon = scalars[(position + 2)...].firstIndex(of: ":"),
            colon + 1 < scalars.count, scalars[colon + 1] == "]"
        else { return nil }
        let name = String(String.UnicodeScalarView(scalars[(position + 2)..<colon]))
        return Self.posixClasses[name].map { ($0, colon + 2) }
    }

    /// Copies a character or range of a class, and returns it in the other case.
    private mutating func otherCase() -> [Unicode.Scalar] {
        let first = scalars[position]
        if position + 2 < scalars.count, scalars[position + 1] == "-", !["]", "\\"].contains(scalars[position + 2]) {
            let last = scalars[position + 2]
            output += scalars[position...(position + 2)]
            position += 3
            guard ignoresCase, let low = Self.swapped(first), let high = Self.swapped(last), low.value <= high.value
            else { return [] }
            return [low, "-", high]
        }
        output.append(first)
        position += 1
        return variants(of: first).filter { $0 != first }
    }

    private func variants(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        guard ignoresCase, let other = Self.swapped(scalar) else { return [scalar] }
        return [scalar, other]
    }

    private static func swapped(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let properties = scalar.properties
        let mapping = properties.isLowercase ? properties.uppercaseMapping : properties.lowercaseMapping
        guard mapping.unicodeScalars.count == 1, let other = mapping.unicodeScalars.first, other != scalar else {
            return nil
        }
        return other
    }
}
