/// RFC 1123, section 2.1: labels of letters, digits and inner hyphens, at most 63 octets each and 253 in all.
func isDomainName(_ text: some Collection<UInt8>) -> Bool {
    guard text.count <= 253 else { return false }
    let hyphen = UInt8(ascii: "-")
    return text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
        !label.isEmpty && label.count <= 63 && label.first != hyphen
            && Array(label).last != hyphen
            && label.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), hyphen:
                    true
                default: false
                }
            }
    }
}

/// RFC 1123 and, if a label is an IDNA label, also RFC 5891.
func isHostname(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isDomainName(text) else { return false }
    let isInternational = text.split(separator: UInt8(ascii: ".")).contains { label in
        String(decoding: label.prefix(4), as: UTF8.self).lowercased() == "xn--"
    }
    return !isInternational || isInternationalHostname(text)
}
