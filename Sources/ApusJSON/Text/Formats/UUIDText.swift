/// The reason why a string is not a UUID.
package enum UUIDProblem {
    case character(Unicode.Scalar, at: Int)
    case length(Int)
    case groupCount(Int)
    case groupLength(_ group: Int, expected: Int, found: Int)
}

/// UUIDs with hyphens, without hyphens, in braces, and as a URN.
package enum UUIDText {
    /// Whether a string is a UUID of a version.
    package static func isUUID(_ text: UnsafeBufferPointer<UInt8>, version: Int) -> Bool {
        digits(text).map { isOf(version, $0) } ?? false
    }

    /// The version is the 13th digit of UUIDs of RFC 9562's variant, which is in the 17th digit (sections 4.1 and 4.2).
    package static func isOf(_ version: Int, _ digits: [UInt8]) -> Bool {
        Int(hexadecimalValue(digits[12])) == version && 8...11 ~= hexadecimalValue(digits[16])
    }

    /// The 32 digits; `nil` if a string is not a UUID.
    package static func digits(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        let text = String(decoding: text, as: UTF8.self)
        return problem(text) == nil ? stripped(text).digits.utf8.filter { $0 != UInt8(ascii: "-") } : nil
    }

    private static func stripped(_ text: String) -> (digits: Substring, offset: Int) {
        if text.hasPrefix("{"), text.hasSuffix("}"), text.utf8.count > 1 { return (text.dropFirst().dropLast(), 0) }
        if text.hasPrefix("urn:uuid:") { return (text.dropFirst(9), 9) }
        return (text[...], 0)
    }

    package static func problem(_ text: String) -> UUIDProblem? {
        let (digits, offset) = stripped(text)
        var position = 0
        var hyphens: [Int] = []
        for scalar in digits.unicodeScalars {
            switch scalar {
            case "0"..."9", "a"..."f", "A"..."F": break
            case "-": hyphens.append(position)
            default: return .character(scalar, at: position + offset)
            }
            position += 1
        }
        if hyphens.isEmpty, position != 36 { return position == 32 ? nil : .length(position) }
        if hyphens.count != 4 { return .groupCount(hyphens.count + 1) }
        var start = 0
        for (group, (end, length)) in zip(hyphens + [position], [8, 4, 4, 4, 12]).enumerated() {
            if end - start != length {
                return .groupLength(group, expected: length, found: end - start)
            }
            start = end + 1
        }
        return nil
    }
}
