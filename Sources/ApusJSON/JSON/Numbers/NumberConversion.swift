extension FixedWidthInteger {
    /// `nil` if the value is out of range.
    @inlinable
    init?(isNegative: Bool, magnitude: UInt64) {
        if isNegative, magnitude > 0 {
            guard magnitude <= 1 << 63 else { return nil }
            self.init(exactly: Int64(truncatingIfNeeded: 0 &- magnitude))
        } else {
            self.init(exactly: magnitude)
        }
    }
}

/// The `Double` nearest to the text of a number; infinity beyond its range.
func nearest(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    let decimal = LeadingDigits(text)
    guard let magnitude = decimal.nearest else { return Double(String(decoding: text, as: UTF8.self)) }
    return text.first == UInt8(ascii: "-") ? -magnitude : magnitude
}

/// The `Float` nearest to the text of a number. Rounding a `Double` once more would not always produce it.
func nearestFloat(_ text: UnsafeBufferPointer<UInt8>) -> Float? { Float(String(decoding: text, as: UTF8.self)) }

/// The first 19 digits of a number, which is `mantissa` × 10^`exponent`, or up to one more in the mantissa if digits are cut off.
private struct LeadingDigits {
    var mantissa: UInt64 = 0
    var exponent = 0
    var isCut = false

    /// `text`: a number according to JSON's grammar.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        var position = text.first == UInt8(ascii: "-") ? 1 : 0
        read(text, &position)
        if position < text.count, text[position] == UInt8(ascii: ".") {
            position &+= 1
            let point = position
            read(text, &position)
            exponent &+= point &- position
        }
        if position < text.count {
            exponent &+= DecimalParts.exponent(UnsafeBufferPointer(rebasing: text[(position &+ 1)...]))
        }
    }

    /// Adds the digits from `position`, and moves it past them.
    @inline(__always)
    private mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        while mantissa < 10_000_000_000, let digits = eightDigits(text, position) {
            mantissa = mantissa &* 100_000_000 &+ digits
            position &+= 8
        }
        while position < text.count, isDigit(text[position]) {
            let digit = UInt64(text[position] &- UInt8(ascii: "0"))
            if mantissa < 1_000_000_000_000_000_000 {
                mantissa = mantissa &* 10 &+ digit
            } else {
                exponent &+= 1
                isCut = isCut || digit != 0
            }
            position &+= 1
        }
    }

    /// The nearest `Double`; `nil` if that takes more than these digits or is not a normal number.
    var nearest: Double? {
        if mantissa == 0 { return 0 }
        if !isCut, mantissa <= 1 << 53, exponent.magnitude <= 22 {
            // One operation that is exact according to IEEE 754: a `Double` represents both operands exactly.
            let power = exactPowersOfTen[Int(exponent.magnitude)]
            return exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
        }
        guard let value = product(mantissa) else { return nil }
        return !isCut || product(mantissa + 1) == value ? value : nil
    }

    /// The `Double` nearest to `mantissa` × 10^`exponent`, by the algorithm of Eisel and Lemire ("Number Parsing at a Gigabyte per
    /// Second"): the upper bits of the product with a 128-bit power of ten, rounded to even, are always right. `nil` unless the
    /// result is a normal number.
    private func product(_ mantissa: UInt64) -> Double? {
        guard PowersOfTen.exponents ~= exponent, exponent <= 308 else { return nil }
        var power = PowersOfTen.significand(exponent)
        if -27 ... -1 ~= exponent { power = power.successor }
        let shift = UInt64(mantissa.leadingZeroBitCount)
        let normalized = mantissa &<< shift
        var (high, low) = normalized.multipliedFullWidth(by: power.high)
        // Only if all the bits to be cut off are ones can the power's lower half matter.
        if high & 0x1FF == 0x1FF {
            let (sum, carry) = low.addingReportingOverflow(normalized.multipliedFullWidth(by: power.low).high)
            low = sum
            if carry { high &+= 1 }
        }
        let upper = high &>> 63
        var significand = high &>> (upper &+ 9)
        var biased = PowersOfTen.binaryExponent(exponent) &+ 63 &+ Int(upper) &- Int(shift) &+ 1023
        guard biased > 0 else { return nil }
        // Halfway between two numbers, which only small powers of ten allow: the even one is below.
        if low <= 1, -4...23 ~= exponent, significand & 3 == 1, significand &<< (upper &+ 9) == high {
            significand &-= 1
        }
        significand = (significand &+ significand & 1) &>> 1
        if significand == 1 << 53 {
            significand = 1 << 52
            biased &+= 1
        }
        guard biased < 0x7FF else { return nil }
        return Double(bitPattern: UInt64(biased) &<< 52 | significand & (1 << 52 &- 1))
    }
}

private let exactPowersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21,
    1e22,
]
