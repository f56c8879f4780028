// Strings are read eight bytes at a time, up to a byte that needs a closer look.
extension JSONIndexer {
    /// Reads the string whose opening quote is at `position`.
    @inline(__always)
    mutating func readString() throws(JSONSyntaxError) {
        let start = position &+ 1
        var flags: UInt64 = 0
        var next = start
        while true {
            let word = loadWord(bytes + next)
            let stops = stringStops(word) | word & 0x8080_8080_8080_8080
            if stops == 0 {
                next &+= 8
                continue
            }
            next &+= stops.trailingZeroBitCount &>> 3
            if bytes[next] == UInt8(ascii: "\"") { break }
            next = try readUnusual(at: next, stringStart: start &- 1, flags: &flags)
        }
        append(TapeWord(TapeWord.string | flags, offset: start, length: next &- start))
        position = next &+ 1
    }

    /// Checks an escape sequence or a run of non-ASCII characters, and returns the offset after it.
    @inline(never)
    private func readUnusual(
        at offset: Int, stringStart: Int, flags: inout UInt64
    ) throws(JSONSyntaxError) -> Int {
        let byte = bytes[offset]
        if byte >= 0x80 {
            flags |= TapeWord.nonASCII
            return try readNonASCII(at: offset)
        }
        guard byte == UInt8(ascii: "\\") else {
            if offset >= end { throw malformed("the string has no closing quote", at: stringStart) }
            throw malformed("a control character must be escaped in a string", at: offset)
        }
        flags |= TapeWord.escaped
        switch bytes[offset &+ 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return offset &+ 2
        case UInt8(ascii: "u"):
            return try readUnicodeEscape(at: offset)
        case 0 where offset &+ 1 >= end:
            throw malformed("the string has no closing quote", at: stringStart)
        default:
            throw malformed("unknown escape sequence", at: offset)
        }
    }

    /// Checks `\uXXXX` and the second half of a surrogate pair after it, and returns the offset after it.
    private func readUnicodeEscape(at offset: Int) throws(JSONSyntaxError) -> Int {
        let unit = try hexadecimal(at: offset &+ 2)
        if unit & 0xF800 != 0xD800 { return offset &+ 6 }
        guard unit < 0xDC00, bytes[offset &+ 6] == UInt8(ascii: "\\"), bytes[offset &+ 7] == UInt8(ascii: "u"),
            try hexadecimal(at: offset &+ 8) & 0xFC00 == 0xDC00
        else { throw JSONSyntaxError(.encoding, "half of a surrogate pair", offset: offset) }
        return offset &+ 12
    }

    private func hexadecimal(at offset: Int) throws(JSONSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for position in offset..<offset &+ 4 {
            let digit = hexadecimalValue(bytes[position])
            if digit > 15 { throw malformed("expected four hexadecimal digits after '\\u'", at: offset &- 1) }
            value = value &<< 4 | UInt32(digit)
        }
        return value
    }

    /// Checks well-formed UTF-8, table 3-7 of the Unicode Standard, up to the next ASCII byte, and returns that byte's offset.
    private func readNonASCII(at offset: Int) throws(JSONSyntaxError) -> Int {
        var next = offset
        while bytes[next] >= 0x80 {
            let second = bytes[next &+ 1]
            let length: Int
            switch bytes[next] {
            case 0xC2...0xDF: length = second & 0xC0 == 0x80 ? 2 : 0
            case 0xE0: length = second & 0xE0 == 0xA0 ? 3 : 0
            case 0xED: length = second & 0xE0 == 0x80 ? 3 : 0
            case 0xE1...0xEF: length = second & 0xC0 == 0x80 ? 3 : 0
            case 0xF0: length = (0x90...0xBF).contains(second) ? 4 : 0
            case 0xF1...0xF3: length = second & 0xC0 == 0x80 ? 4 : 0
            case 0xF4: length = second & 0xF0 == 0x80 ? 4 : 0
            default: length = 0
            }
            guard length > 0, length < 3 || bytes[next &+ 2] & 0xC0 == 0x80,
                length < 4 || bytes[next &+ 3] & 0xC0 == 0x80
            else { throw JSONSyntaxError(.encoding, "the string is not UTF-8", offset: next) }
            next &+= length
        }
        return next
    }
}
