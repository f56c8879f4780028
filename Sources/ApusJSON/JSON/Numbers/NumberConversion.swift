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
///
/// Short numbers take one multiplication or division that is exact according to IEEE 754: the mantissa has at most 53 bits, and a
/// `Double` represents the power of ten exactly.
func nearest(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    if let parts = DecimalParts(text), parts.mantissa <= 1 << 53, parts.exponent.magnitude <= 22 {
        let mantissa = Double(parts.mantissa)
        let power = powersOfTen[Int(parts.exponent.magnitude)]
        let value = parts.exponent < 0 ? mantissa / power : mantissa * power
        return parts.isNegative ? -value : value
    }
    return Double(String(decoding: text, as: UTF8.self))
}

/// The `Float` nearest to the text of a number. Rounding a `Double` once more would not always produce it.
func nearestFloat(_ text: UnsafeBufferPointer<UInt8>) -> Float? { Float(String(decoding: text, as: UTF8.self)) }

private let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21,
    1e22,
]
