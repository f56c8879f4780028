// Numbers, `true`, `false`, `null`.
extension JSONIndexer {
    @inline(__always)
    mutating func readScalar(_ first: UInt8) throws(JSONSyntaxError) {
        switch first {
        case UInt8(ascii: "\""): try readString()
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): try readNumber()
        case UInt8(ascii: "t"): try readLiteral(0x6575_7274, "true", TapeWord.boolean | TapeWord.isTrue, count: 4)
        case UInt8(ascii: "f"): try readLiteral(0x65_736C_6166, "false", TapeWord.boolean, count: 5)
        case UInt8(ascii: "n"): try readLiteral(0x6C6C_756E, "null", TapeWord.null, count: 4)
        default: throw expectedValue()
        }
    }

    /// `spelling`: the literal's bytes, the first one lowest.
    @inline(__always)
    private mutating func readLiteral(
        _ spelling: UInt64, _ name: StaticString, _ tag: UInt64, count: Int
    ) throws(JSONSyntaxError) {
        guard loadWord(bytes + position) & (1 &<< UInt64(count &* 8) &- 1) == spelling else { throw expectedValue() }
        append(TapeWord(tag, offset: position, length: 0))
        position &+= count
    }

    /// `-? (0 | [1-9][0-9]*) (\.[0-9]+)? ([eE][+-]?[0-9]+)?`. Stops before a fraction or exponent without digits. The code that
    /// reads what follows a value then refuses it, at the offset that Python reports.
    @inline(__always)
    private mutating func readNumber() throws(JSONSyntaxError) {
        let start = position
        var next = start &+ (bytes[start] == UInt8(ascii: "-") ? 1 : 0)
        guard isDigit(bytes[next]) else { throw expectedValue() }
        if bytes[next] == UInt8(ascii: "0") {
            next &+= 1
        } else {
            while isDigit(bytes[next]) { next &+= 1 }
        }
        var flags = TapeWord.integer
        if bytes[next] == UInt8(ascii: "."), isDigit(bytes[next &+ 1]) {
            flags = 0
            next &+= 2
            while areDigits(loadWord(bytes + next)) { next &+= 8 }
            while isDigit(bytes[next]) { next &+= 1 }
        }
        if bytes[next] | 0x20 == UInt8(ascii: "e") {
            let sign = bytes[next &+ 1]
            let digits = next &+ (sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 2 : 1)
            if isDigit(bytes[digits]) {
                flags = 0
                next = digits &+ 1
                while isDigit(bytes[next]) { next &+= 1 }
            }
        }
        append(TapeWord(TapeWord.number | flags, offset: start, length: next &- start))
        position = next
    }

    @inline(never)
    private func expectedValue() -> JSONSyntaxError {
        let isUTF16 = bytes[0] >= 0xFE || end >= 2 && (bytes[0] == 0 || bytes[1] == 0)
        if position == 0, isUTF16 {
            return JSONSyntaxError(.encoding, "the document is not UTF-8", offset: 0)
        }
        return malformed("expected a value", at: position)
    }
}

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
