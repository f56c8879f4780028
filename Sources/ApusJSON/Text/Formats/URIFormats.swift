/// URIs according to RFC 3986, and IRIs according to RFC 3987, which may contain non-ASCII characters.
struct URIGrammar {
    let allowsUnicode: Bool

    /// A part of a text, which is well-formed UTF-8.
    typealias Text = Slice<UnsafeBufferPointer<UInt8>>

    func isAbsolute(_ text: UnsafeBufferPointer<UInt8>) -> Bool { matches(text, mayBeRelative: false) }

    func isReference(_ text: UnsafeBufferPointer<UInt8>) -> Bool { matches(text, mayBeRelative: true) }

    /// `scheme:hierarchy?query#fragment`
    private func matches(_ text: UnsafeBufferPointer<UInt8>, mayBeRelative: Bool) -> Bool {
        var rest = text[...]
        let scheme = rest.prefix { Self.scheme.contains($0) }
        let hasScheme =
            scheme.endIndex < rest.endIndex && text[scheme.endIndex] == UInt8(ascii: ":")
            && scheme.first.map { Unicode.Scalar($0).isASCIILetter } ?? false
        if hasScheme { rest = rest[(scheme.endIndex + 1)...] }
        guard hasScheme || mayBeRelative else { return false }
        let hierarchy = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        rest = rest[hierarchy.endIndex...]
        if rest.first == UInt8(ascii: "?") {
            let query = rest.dropFirst().prefix { $0 != UInt8(ascii: "#") }
            guard isMade(query, of: Self.query, isQuery: true) else { return false }
            rest = rest[query.endIndex...]
        }
        return isMade(rest.dropFirst(), of: Self.query) && isHierarchy(hierarchy, hasScheme: hasScheme)
    }

    private func isHierarchy(_ text: Text, hasScheme: Bool) -> Bool {
        let slash = UInt8(ascii: "/")
        guard text.count >= 2, text[text.startIndex] == slash, text[text.startIndex + 1] == slash else {
            // "A path segment that contains a colon character cannot be used as the first segment" [section 4.2].
            let first = text.prefix { $0 != slash }
            return (hasScheme || !first.contains(UInt8(ascii: ":"))) && isMade(text, of: Self.path)
        }
        let authority = text.dropFirst(2).prefix { $0 != slash }
        return isAuthority(authority) && isMade(text[authority.endIndex...], of: Self.path)
    }

    /// `user@host:port`
    private func isAuthority(_ text: Text) -> Bool {
        var host = text
        if let at = text.firstIndex(of: UInt8(ascii: "@")) {
            guard isMade(text[..<at], of: Self.user) else { return false }
            host = text[(at + 1)...]
        }
        var port = host[host.endIndex...]
        if host.first == UInt8(ascii: "[") {
            guard let end = host.firstIndex(of: UInt8(ascii: "]")), isLiteral(host[(host.startIndex + 1)..<end]) else {
                return false
            }
            port = host[(end + 1)...]
        } else {
            port = host.drop { $0 != UInt8(ascii: ":") }
            guard isMade(host[..<port.startIndex], of: Self.host) else { return false }
        }
        return port.isEmpty || port.first == UInt8(ascii: ":") && port.dropFirst().allSatisfy(isDigit)
    }

    /// The text between brackets: an IPv6 address, or `v1.` and the form of a future version.
    private func isLiteral(_ text: Text) -> Bool {
        guard let first = text.first, first | 0x20 == UInt8(ascii: "v") else {
            return isIPv6(UnsafeBufferPointer(rebasing: text))
        }
        let version = text.dropFirst().prefix { $0 != UInt8(ascii: ".") }
        let rest = text[version.endIndex...].dropFirst()
        return !version.isEmpty && version.allSatisfy { hexadecimalValue($0) < 16 } && !rest.isEmpty
            && rest.allSatisfy(Self.user.contains)
    }

    /// Whether a text consists of percent-encoded octets and the characters of `set`.
    private func isMade(_ text: Text, of set: ASCIISet, isQuery: Bool = false) -> Bool {
        var position = text.startIndex
        while position < text.endIndex {
            let byte = text[position]
            if set.contains(byte) {
                position += 1
            } else if byte == UInt8(ascii: "%") {
                guard text.endIndex - position > 2, hexadecimalValue(text[position + 1]) < 16,
                    hexadecimalValue(text[position + 2]) < 16
                else { return false }
                position += 3
            } else {
                guard allowsUnicode, byte >= 0x80, let scalar = Self.scalar(text[position...]),
                    scalar.isInternational || isQuery && scalar.isPrivate
                else { return false }
                position += UTF8.width(scalar)
            }
        }
        return true
    }

    private static func scalar(_ text: Text) -> Unicode.Scalar? {
        var (decoder, bytes) = (UTF8(), text.makeIterator())
        guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return nil }
        return scalar
    }

    // Unreserved characters [RFC 3986, section 2.3], and what each component also allows.
    private static let host = ASCIISet(.alphanumerics, "-._~!$&'()*+,;=")
    private static let user = ASCIISet(host, ":")
    private static let path = ASCIISet(user, "@/")
    private static let query = ASCIISet(path, "?")
    private static let scheme = ASCIISet(.alphanumerics, "+-.")
}

/// A set of ASCII characters: a bit for each.
private struct ASCIISet {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    static let alphanumerics = ASCIISet(
        ASCIISet(), "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

    private init() {}

    init(_ set: ASCIISet, _ others: StaticString) {
        self = set
        others.withUTF8Buffer { bytes in
            for byte in bytes {
                if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
            }
        }
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        byte < 0x80 && (byte < 64 ? low : high) &>> UInt64(byte & 63) & 1 != 0
    }
}

extension Unicode.Scalar {
    var isASCIILetter: Bool { "a"..."z" ~= self || "A"..."Z" ~= self }
    var isASCIIDigit: Bool { "0"..."9" ~= self }
    var isASCIIHexDigit: Bool { isASCIIDigit || "a"..."f" ~= self || "A"..."F" ~= self }

    /// `ucschar` [RFC 3987, section 2.2].
    var isInternational: Bool {
        switch value {
        case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF, 0xE1000...0xEFFFD: true
        case 0x10000...0xDFFFF: value & 0xFFFF <= 0xFFFD
        default: false
        }
    }

    /// `iprivate` [RFC 3987, section 2.2].
    var isPrivate: Bool {
        switch value {
        case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
        default: false
        }
    }
}
