/// Decodes the escape sequences in the content of a JSON string, which the indexer has checked and which is part of a document:
/// seven bytes after it can be read.
struct JSONUnescaper {
    let text: UnsafeBufferPointer<UInt8>

    /// Writes the decoded content to `output`, which has room for as many bytes as the text has, and returns its length.
    func decode(into output: UnsafeMutablePointer<UInt8>) -> Int {
        guard let start = text.baseAddress else { return 0 }
        var position = 0
        var count = 0
        while true {
            let plain = plainLength(start, from: position)
            (output + count).update(from: start + position, count: plain)
            position += plain
            count += plain
            if position == text.count { return count }
            for byte in UTF8.encode(scalar(at: &position)) ?? UTF8.encodedReplacementCharacter {
                output[count] = byte
                count += 1
            }
        }
    }

    /// The number of bytes from `position` to the next backslash or the end.
    private func plainLength(_ start: UnsafePointer<UInt8>, from position: Int) -> Int {
        var next = position
        while next < text.count {
            let backslashes = zeroBytes(loadWord(start + next) ^ 0x5C5C_5C5C_5C5C_5C5C)
            if backslashes != 0 {
                next += backslashes.trailingZeroBitCount / 8
                break
            }
            next += 8
        }
        return min(next, text.count) - position
    }

    /// Returns the scalar of the escape sequence at `position`, a backslash, and moves `position` past it.
    private func scalar(at position: inout Int) -> Unicode.Scalar {
        let letter = text[position + 1]
        position += 2
        switch letter {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"): break
        default: return Unicode.Scalar(letter)
        }
        var value = hexadecimal(at: position)
        position += 4
        if value & 0xFC00 == 0xD800 {
            value = 0x10000 + (value & 0x3FF) << 10 + hexadecimal(at: position + 2) & 0x3FF
            position += 6
        }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private func hexadecimal(at position: Int) -> UInt32 {
        text[position..<position + 4].reduce(0) { $0 << 4 | UInt32(hexadecimalValue($1)) }
    }
}

/// 0...15 for a hexadecimal digit, 0xFF for any other byte.
@inlinable
func hexadecimalValue(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
    default: 0xFF
    }
}
