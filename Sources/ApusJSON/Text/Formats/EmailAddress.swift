/// A mailbox according to RFC 5321, section 4.1.2, and to RFC 6531, which allows non-ASCII characters.
struct EmailGrammar {
    let allowsUnicode: Bool

    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let at = text.lastIndex(of: UInt8(ascii: "@")) else { return false }
        let (local, domain) = (text[..<at], text[(at + 1)...])
        // RFC 5321, section 4.5.3.1.1: 64 octets.
        return local.count <= 64 && (isDotted(local) || isQuoted(local)) && isDomain(domain)
    }

    /// `joe.bloggs`
    private func isDotted(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy(isAtomText)
        }
    }

    private func isAtomText(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case 0x80...: allowsUnicode
        default: Array("!#$%&'*+-/=?^_`{|}~".utf8).contains(byte)
        }
    }

    /// `"joe bloggs"`
    private func isQuoted(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let quote = UInt8(ascii: "\"")
        guard text.count >= 2, text.first == quote, text.last == quote else { return false }
        var isEscaped = false
        for byte in text.dropFirst().dropLast() {
            guard byte >= 0x80 ? allowsUnicode : 0x20...0x7E ~= byte else { return false }
            if isEscaped {
                isEscaped = false
            } else if byte == quote {
                return false
            } else {
                isEscaped = byte == UInt8(ascii: "\\")
            }
        }
        return !isEscaped
    }

    private func isDomain(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard text.first == UInt8(ascii: "[") else {
            // `sub-domain =/ U-label` [RFC 6531, section 3.3].
            if text.allSatisfy({ $0 < 0x80 }) { return isDomainName(text) }
            let domain = UnsafeBufferPointer(rebasing: text)
            // Normalization form C is only a recommendation to whoever creates an address [RFC 6531, section 3.1].
            return allowsUnicode && isInternationalHostname(domain, separators: ["."], isComposed: false)
        }
        guard text.last == UInt8(ascii: "]") else { return false }
        let literal = text.dropFirst().dropLast()
        let tag = Array("IPv6:".utf8)
        guard literal.starts(with: tag) else { return isIPv4(literal) }
        return isIPv6(UnsafeBufferPointer(rebasing: literal.dropFirst(tag.count)))
    }
}
