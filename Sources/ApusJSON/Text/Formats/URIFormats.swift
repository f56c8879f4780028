/// URIs according to RFC 3986, and IRIs according to RFC 3987, which may contain non-ASCII characters.
struct URIGrammar {
    let allowsUnicode: Bool

    typealias Text = ArraySlice<Unicode.Scalar>

    func isAbsolute(_ text: UnsafeBufferPointer<UInt8>) -> Bool { matches(text, mayBeRelative: false) }

    func isReference(_ text: UnsafeBufferPointer<UInt8>) -> Bool { matches(text, mayBeRelative: true) }

    /// `scheme:hierarchy?query#fragment`
    private func matches(_ text: UnsafeBufferPointer<UInt8>, mayBeRelative: Bool) -> Bool {
        var rest = Array(String(decoding: text, as: UTF8.self).unicodeScalars)[...]
        if let hash = rest.firstIndex(of: "#") {
            guard isMade(rest[(hash + 1)...], of: "!$&'()*+,;=:@/?") else { return false }
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: "?") {
            guard isMade(rest[(mark + 1)...], of: "!$&'()*+,;=:@/?", isQuery: true) else { return false }
            rest = rest[..<mark]
        }
        var hasScheme = false
        if let colon = rest.firstIndex(of: ":"), isScheme(rest[..<colon]) {
            hasScheme = true
            rest = rest[(colon + 1)...]
        }
        return (hasScheme || mayBeRelative) && isHierarchy(rest, hasScheme: hasScheme)
    }

    private func isScheme(_ text: Text) -> Bool {
        guard let first = text.first, first.isASCIILetter else { return false }
        return text.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == "+" || $0 == "-" || $0 == "." }
    }

    private func isHierarchy(_ text: Text, hasScheme: Bool) -> Bool {
        guard text.starts(with: ["/", "/"]) else {
            // "A path segment that contains a colon character cannot be used as the first segment" [section 4.2].
            let first = text.prefix { $0 != "/" }
            return (hasScheme || !first.contains(":")) && isMade(text, of: "!$&'()*+,;=:@/")
        }
        let authority = text.dropFirst(2).prefix { $0 != "/" }
        return isAuthority(authority) && isMade(text[authority.endIndex...], of: "!$&'()*+,;=:@/")
    }

    /// `user@host:port`
    private func isAuthority(_ text: Text) -> Bool {
        var host = text
        if let at = text.firstIndex(of: "@") {
            guard isMade(text[..<at], of: "!$&'()*+,;=:") else { return false }
            host = text[(at + 1)...]
        }
        var port = host[host.endIndex...]
        if host.first == "[" {
            guard let end = host.firstIndex(of: "]"), isLiteral(host[(host.startIndex + 1)..<end]) else { return false }
            port = host[(end + 1)...]
        } else {
            port = host.drop { $0 != ":" }
            guard isMade(host[..<port.startIndex], of: "!$&'()*+,;=") else { return false }
        }
        return port.isEmpty || port.first == ":" && port.dropFirst().allSatisfy(\.isASCIIDigit)
    }

    /// The text between brackets: an IPv6 address, or `v1.` and the form of a future version.
    private func isLiteral(_ text: Text) -> Bool {
        guard text.first == "v" || text.first == "V" else {
            guard text.allSatisfy(\.isASCII) else { return false }
            return text.map { UInt8(truncatingIfNeeded: $0.value) }.withUnsafeBufferPointer(isIPv6)
        }
        let version = text.dropFirst().prefix { $0 != "." }
        let rest = text[version.endIndex...].dropFirst()
        return !version.isEmpty && version.allSatisfy(\.isASCIIHexDigit) && !rest.isEmpty
            && rest.allSatisfy { $0.isUnreserved || "!$&'()*+,;=:".unicodeScalars.contains($0) }
    }

    /// Whether a text consists of unreserved characters, percent-encoded octets and the characters of `others`.
    private func isMade(_ text: Text, of others: StaticString, isQuery: Bool = false) -> Bool {
        var rest = text
        while let scalar = rest.popFirst() {
            if scalar == "%" {
                guard rest.prefix(2).count == 2, rest.prefix(2).allSatisfy(\.isASCIIHexDigit) else { return false }
                rest = rest.dropFirst(2)
            } else if scalar.isASCII {
                let isOther = others.withUTF8Buffer { $0.contains(UInt8(truncatingIfNeeded: scalar.value)) }
                guard scalar.isUnreserved || isOther else { return false }
            } else {
                guard allowsUnicode, scalar.isInternational || isQuery && scalar.isPrivate else { return false }
            }
        }
        return true
    }
}

extension Unicode.Scalar {
    var isASCIILetter: Bool { "a"..."z" ~= self || "A"..."Z" ~= self }
    var isASCIIDigit: Bool { "0"..."9" ~= self }
    var isASCIIHexDigit: Bool { isASCIIDigit || "a"..."f" ~= self || "A"..."F" ~= self }

    /// RFC 3986, section 2.3.
    fileprivate var isUnreserved: Bool {
        isASCIILetter || isASCIIDigit || self == "-" || self == "." || self == "_" || self == "~"
    }

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
