// String formats that can be checked byte by byte.

/// RFC 9562, section 4: `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`, in either case.
package func isUUID(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count == 36
        && text.enumerated().allSatisfy { position, byte in
            switch position {
            case 8, 13, 18, 23: byte == UInt8(ascii: "-")
            default: hexadecimalValue(byte) < 16
            }
        }
}

/// RFC 4648, section 4, with padding.
func isBase64(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count % 4 == 0 else { return false }
    let padding = text.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
    return text.dropLast(padding).allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}

/// RFC 2673, section 3.2: four numbers from 0 to 255 without leading zeros.
package func isIPv4(_ text: some Collection<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
        && parts.allSatisfy { part in
            guard 1...3 ~= part.count, part.allSatisfy(isDigit), part.count == 1 || part.first != UInt8(ascii: "0")
            else { return false }
            return part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } <= 255
        }
}

/// RFC 4291, section 2.2: eight groups of hexadecimal digits. One run of zero groups may be written `::`, and the last two groups
/// may be an IPv4 address. There is no zone.
package func isIPv6(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let colon = UInt8(ascii: ":")
    var groups = text.split(separator: colon, omittingEmptySubsequences: false)
    guard groups.count >= 3, groups.count <= 9 else { return false }
    var count = 0
    if let last = groups.last, last.contains(UInt8(ascii: ".")) {
        guard isIPv4(last) else { return false }
        groups.removeLast()
        count = 2
    }
    // `::` at either end leaves two empty groups there, one of which is only due to the end; a single colon leaves one.
    if groups.first?.isEmpty == true {
        guard groups.dropFirst().first?.isEmpty == true else { return false }
        groups.removeFirst()
    }
    if count == 0, groups.last?.isEmpty == true {
        guard groups.dropLast().last?.isEmpty == true else { return false }
        groups.removeLast()
    }
    let compressed = groups.count { $0.isEmpty }
    count += groups.count - compressed
    let areHexadecimal = groups.allSatisfy { group in
        group.count <= 4 && group.allSatisfy { hexadecimalValue($0) < 16 }
    }
    return areHexadecimal && (compressed == 0 ? count == 8 : compressed == 1 && count <= 7)
}
