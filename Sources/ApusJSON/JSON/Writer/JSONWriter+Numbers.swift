// Numbers.
extension JSONWriter {
    @usableFromInline
    mutating func write(signed value: Int64) {
        if value < 0 { append(UInt8(ascii: "-")) }
        write(unsigned: value.magnitude)
    }

    @usableFromInline
    mutating func write(unsigned value: UInt64) {
        let length = Self.digitCount(of: value)
        reserve(length)
        put(value, count: length, at: count)
        count &+= length
    }

    /// Writes the shortest text that reads back as `value`: `0.1`, `1e+300`, and `2` for two.
    @usableFromInline
    mutating func write(floating value: Double) {
        if let integer = Int64(exactly: value), integer.magnitude < 1 << 53, integer != 0 || value.sign == .plus {
            return write(signed: integer)
        }
        guard value.isFinite else { return fail("\(value) is not a JSON number") }
        if value.sign == .minus { append(UInt8(ascii: "-")) }
        if value == 0 { return append("0.0") }
        write(ShortestDecimal(value.magnitude), isLarge: value.magnitude > 0x1p53)
    }

    /// As Swift describes it: large and small numbers with an exponent, others with a point.
    private mutating func write(_ decimal: ShortestDecimal, isLarge: Bool) {
        let length = Self.digitCount(of: decimal.digits)
        /// The number of digits before the point.
        let point = length &+ decimal.exponent
        reserve(32)
        if isLarge || point < -3 {
            if length > 1 { put(decimal.digits, count: length, point: 1) } else { write(unsigned: decimal.digits) }
            write(exponent: point &- 1)
        } else if point <= 0 {
            append("0.")
            for _ in point..<0 { append(UInt8(ascii: "0")) }
            write(unsigned: decimal.digits)
        } else if point < length {
            put(decimal.digits, count: length, point: point)
        } else {
            write(unsigned: decimal.digits)
            for _ in length..<point { append(UInt8(ascii: "0")) }
            append(".0")
        }
    }

    /// `e+16`, `e-07`
    private mutating func write(exponent: Int) {
        append(UInt8(ascii: "e"))
        append(exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
        if exponent.magnitude < 10 { append(UInt8(ascii: "0")) }
        write(unsigned: UInt64(exponent.magnitude))
    }
}

// Digits, in memory that has been reserved.
extension JSONWriter {
    private static func digitCount(of value: UInt64) -> Int {
        var (count, limit) = (1, 10 as UInt64)
        while value >= limit, count < 19 {
            limit &*= 10
            count &+= 1
        }
        return value >= limit ? 20 : count
    }

    /// Writes the digits of a number with a point after the first ones.
    private mutating func put(_ value: UInt64, count length: Int, point: Int) {
        put(value, count: length, at: count &+ 1)
        for place in count..<count &+ point { bytes[place] = bytes[place &+ 1] }
        bytes[count &+ point] = UInt8(ascii: ".")
        count &+= length &+ 1
    }

    /// Two digits for each division, which is slow.
    private func put(_ value: UInt64, count length: Int, at position: Int) {
        var rest = value
        var place = position &+ length
        while rest >= 100 {
            let pair = UInt32(truncatingIfNeeded: rest % 100)
            rest /= 100
            place &-= 2
            bytes[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: pair / 10)
            bytes[place &+ 1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: pair % 10)
        }
        let last = UInt8(truncatingIfNeeded: rest)
        bytes[place &- 1] = UInt8(ascii: "0") &+ last % 10
        if last >= 10 { bytes[place &- 2] = UInt8(ascii: "0") &+ last / 10 }
    }
}
