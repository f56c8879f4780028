/// The characters of a pattern, read one after the other.
struct PatternReader {
    private let scalars: [Unicode.Scalar]
    /// Of the next character, from 0.
    var position = 0

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    var isAtEnd: Bool { position >= scalars.count }
    var peek: Unicode.Scalar? { isAtEnd ? nil : scalars[position] }

    mutating func next() -> Unicode.Scalar? {
        guard let scalar = peek else { return nil }
        position += 1
        return scalar
    }

    mutating func skip(_ text: StaticString) -> Bool {
        let wanted = "\(text)".unicodeScalars
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    mutating func digits() -> ArraySlice<Unicode.Scalar>? {
        let digits = scalars[position...].prefix { "0"..."9" ~= $0 }
        guard !digits.isEmpty else { return nil }
        position = digits.endIndex
        return digits
    }

    /// Of numbers as long as one likes.
    static func isLess(_ left: ArraySlice<Unicode.Scalar>, _ right: ArraySlice<Unicode.Scalar>) -> Bool {
        let (left, right) = (left.drop { $0 == "0" }, right.drop { $0 == "0" })
        return left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }

    /// A number of exactly so many digits.
    mutating func hexadecimal(_ count: Int) -> UInt32? {
        let digits = scalars[position...].prefix(count)
        guard digits.count == count, let value = Self.hexadecimal(digits) else { return nil }
        position = digits.endIndex
        return value
    }

    /// `{1F600}`
    mutating func bracedCodePoint() -> UInt32? {
        let start = position
        if skip("{") {
            let digits = scalars[position...].prefix { $0 != "}" }
            position = digits.endIndex
            // Leading zeros may be any number.
            let significant = digits.drop { $0 == "0" }
            if !digits.isEmpty, significant.count <= 6, skip("}"),
                let value = significant.isEmpty ? 0 : Self.hexadecimal(significant), value <= 0x10FFFF
            {
                return value
            }
        }
        position = start
        return nil
    }

    private static func hexadecimal(_ digits: ArraySlice<Unicode.Scalar>) -> UInt32? {
        guard digits.allSatisfy({ $0.properties.isASCIIHexDigit }) else { return nil }
        return UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
    }

    /// The rest of `<name>`. The name is an identifier.
    mutating func groupName() throws(PatternSyntax.SyntaxError) -> String {
        let start = position
        let name = scalars[position...].prefix { $0 != ">" }
        position = name.endIndex
        guard skip(">"), let first = name.first, Self.isNameStart(first), name.allSatisfy(Self.isNamePart) else {
            throw PatternSyntax.SyntaxError(message: "invalid group name", position: start + 1)
        }
        return String(String.UnicodeScalarView(name))
    }

    private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "$" || scalar == "_" || scalar.properties.isIDStart
    }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "$" || scalar.properties.isIDContinue || scalar == "\u{200C}" || scalar == "\u{200D}"
    }

    func error(_ message: String) -> PatternSyntax.SyntaxError {
        PatternSyntax.SyntaxError(message: message, position: position + 1)
    }
}
