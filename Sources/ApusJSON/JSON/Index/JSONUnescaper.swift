/// Decodes the escape sequences in the content of a JSON string, which the indexer has checked.
struct JSONUnescaper {
    let text: UnsafeBufferPointer<UInt8>

    /// Writes the decoded content to `output`, which has room for as many bytes as the text has, and returns its length.
    func decode(into output: UnsafeMutablePointer<UInt8>) -> Int {
        guard let start = text.baseAddress else { return 0 }
        var position = 0
        var count = 0
        while position < text.count {
            // Eight bytes are copied before they are checked: those from a backslash on are overwritten.
            if position &+ 8 <= text.count {
                let word = loadWord(start + position)
                UnsafeMutableRawPointer(output + count).storeBytes(of: word.littleEndian, as: UInt64.self)
                let backslashes = zeroBytes(word ^ 0x5C5C_5C5C_5C5C_5C5C)
                let plain = backslashes == 0 ? 8 : backslashes.trailingZeroBitCount &>> 3
                position &+= plain
                count &+= plain
                if backslashes == 0 { continue }
            } else if text[position] != UInt8(ascii: "\\") {
                output[count] = text[position]
                position &+= 1
                count &+= 1
                continue
            }
            count &+= decodeEscape(at: &position, into: output + count)
        }
        return count
    }

    /// Decodes the escape sequence at `position`, a backslash, and moves `position` past it. Returns the number of bytes written.
    @inline(__always)
    private func decodeEscape(at position: inout Int, into output: UnsafeMutablePointer<UInt8>) -> Int {
        let letter = text[position &+ 1]
        position &+= 2
        switch letter {
        case UInt8(ascii: "n"): output[0] = UInt8(ascii: "\n")
        case UInt8(ascii: "t"): output[0] = UInt8(ascii: "\t")
        case UInt8(ascii: "r"): output[0] = UInt8(ascii: "\r")
        case UInt8(ascii: "b"): output[0] = 0x08
        case UInt8(ascii: "f"): output[0] = 0x0C
        case UInt8(ascii: "u"): return decodeScalar(at: &position, into: output)
        default: output[0] = letter
        }
        return 1
    }

    /// Decodes the digits after `\u`, and the second half of a surrogate pair.
    private func decodeScalar(at position: inout Int, into output: UnsafeMutablePointer<UInt8>) -> Int {
        var value = hexadecimal(at: position)
        position &+= 4
        if value & 0xFC00 == 0xD800 {
            value = 0x10000 + (value & 0x3FF) << 10 + hexadecimal(at: position + 2) & 0x3FF
            position &+= 6
        }
        var count = 0
        for byte in UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
            output[count] = byte
            count &+= 1
        }
        return count
    }

    private func hexadecimal(at position: Int) -> UInt32 {
        var value: UInt32 = 0
        for place in position..<position &+ 4 { value = value &<< 4 | UInt32(hexadecimalValue(text[place])) }
        return value
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
