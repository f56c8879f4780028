/// The characters of a pattern, read one after the other.
struct PatternScanner {
    private let scalars: [Unicode.Scalar]
    /// The position of the next character, counted from 0.
    var position = 0

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    var isAtEnd: Bool { position >= scalars.count }
    var peek: Unicode.Scalar? { isAtEnd ? nil : scalars[position] }
    var previous: Unicode.Scalar? { position > 0 ? scalars[position - 1] : nil }

    mutating func next() -> Unicode.Scalar? {
        guard let scalar = peek else { return nil }
        position += 1
        return scalar
    }

    mutating func skip(_ text: StaticString) -> Bool {
        let wanted = String(describing: text).unicodeScalars
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    /// Decimal digits; a number that is larger than the length of any text becomes the largest possible number.
    mutating func number() -> Int? {
        var value: Int?
        while let scalar = peek, "0"..."9" ~= scalar {
            let (product, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
            let digit = Int(scalar.value - 0x30)
            value = overflow || product > Int.max - digit ? Int.max : product + digit
            position += 1
        }
        return value
    }

    /// A number of exactly `count` hexadecimal digits.
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
            let significant = digits.drop { $0 == "0" }.prefix(7)
            if !digits.isEmpty, skip("}"), let value = significant.isEmpty ? 0 : Self.hexadecimal(significant),
                value <= CodePointSet.last
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

    /// The rest of `<name>`.
    mutating func groupName() throws(PatternError) -> String {
        let start = position
        let name = try text(until: ">", "invalid group name")
        guard name.unicodeScalars.first?.isIdentifierStart ?? false, name.unicodeScalars.allSatisfy(\.isIdentifierPart)
        else { throw error("invalid group name", at: start) }
        return name
    }

    /// `{L}` or `{Script=Greek}` without the braces.
    mutating func propertyName(from escape: Int) throws(PatternError) -> String {
        let message = "unknown Unicode property"
        guard skip("{"), let name = try? text(until: "}", message) else { throw error(message, at: escape) }
        return name
    }

    private mutating func text(until end: Unicode.Scalar, _ message: String) throws(PatternError) -> String {
        let text = scalars[position...].prefix { $0 != end }
        guard !text.isEmpty, text.endIndex < scalars.count else { throw error(message) }
        position = text.endIndex + 1
        return String(String.UnicodeScalarView(text))
    }

    func error(_ message: String, at position: Int? = nil) -> PatternError {
        PatternError(message, at: (position ?? self.position) + 1)
    }
}

extension Unicode.Scalar {
    fileprivate var isIdentifierStart: Bool { self == "$" || self == "_" || properties.isIDStart }
    fileprivate var isIdentifierPart: Bool {
        self == "$" || properties.isIDContinue || self == "\u{200C}" || self == "\u{200D}"
    }
}

/// The capturing groups of a pattern, to which escapes may refer before they occur: `\1(a)`, `\k<n>(?<n>a)`.
struct GroupNames {
    private(set) var count = 0
    private(set) var numbers: [String: [Int]] = [:]

    init(_ scalars: [Unicode.Scalar]) {
        var scanner = PatternScanner(scalars)
        var isInClass = false
        while let scalar = scanner.next() {
            switch scalar {
            case "\\": _ = scanner.next()
            case "[": isInClass = true
            case "]": isInClass = false
            case "(" where !isInClass:
                if scanner.peek != "?" {
                    count += 1
                } else if !scanner.skip("?<="), !scanner.skip("?<!"), scanner.skip("?<") {
                    count += 1
                    if let name = try? scanner.groupName() { numbers[name, default: []].append(count) }
                }
            default: break
            }
        }
    }
}
