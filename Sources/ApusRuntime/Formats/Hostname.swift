/// RFC 1123, section 2.1: labels of letters, digits and inner hyphens, at most 63 octets each and 253 in all.
///
/// - Parameter allowsUnicode: whether octets beyond ASCII count as letters, as in the domains of internationalized mailboxes.
func isDomainName(_ text: some Collection<UInt8>, allowsUnicode: Bool = false) -> Bool {
    guard allowsUnicode || text.count <= 253 else { return false }
    let hyphen = UInt8(ascii: "-")
    return text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
        !label.isEmpty && (allowsUnicode || label.count <= 63) && label.first != hyphen
            && Array(label).last != hyphen
            && label.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), hyphen:
                    true
                default: allowsUnicode && byte >= 0x80
                }
            }
    }
}

/// RFC 1123, and where a label is one of IDNA's, RFC 5891 too.
func isHostname(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isDomainName(text) else { return false }
    return text.split(separator: UInt8(ascii: ".")).allSatisfy { label in
        let name = String(decoding: label, as: UTF8.self).lowercased()
        return !name.hasPrefix("xn--") || IDNALabel(encoded: name) != nil
    }
}
