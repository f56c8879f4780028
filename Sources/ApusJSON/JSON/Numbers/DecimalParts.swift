/// The exact value of a number whose digits fit a machine word, which nearly all do: `-1.50e3` is -150 × 10^1.
///
/// Conversions and comparisons try this first and use `DecimalDigits` if it is `nil`.
@usableFromInline
struct DecimalParts {
    var isNegative = false
    var mantissa: UInt64 = 0
    var exponent = 0

    /// `text`: a number according to JSON's grammar. `nil` if its digits do not fit.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var position = 0
        if text.first == UInt8(ascii: "-") {
            isNegative = true
            position = 1
        }
        var point: Int?
        while position < text.count {
            let digit = text[position] &- UInt8(ascii: "0")
            if digit < 10 {
                guard append(digit) else { return nil }
            } else if text[position] == UInt8(ascii: ".") {
                point = position
            } else {
                break
            }
            position &+= 1
        }
        if let point { exponent = point &+ 1 &- position }
        if position < text.count { exponent &+= Self.exponent(UnsafeBufferPointer(rebasing: text[(position + 1)...])) }
    }

    private mutating func append(_ digit: UInt8) -> Bool {
        if mantissa < 1_000_000_000_000_000_000 {
            mantissa = mantissa &* 10 &+ UInt64(digit)
            return true
        }
        let (product, isProductTooLarge) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, isSumTooLarge) = product.addingReportingOverflow(UInt64(digit))
        mantissa = sum
        return !isProductTooLarge && !isSumTooLarge
    }

    /// The exponent that follows the `e` of a number; beyond 10^12, where the exact value does not matter, any value that is as
    /// large.
    static func exponent(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var value = 0
        for byte in text where isDigit(byte) && value < 1_000_000_000_000 {
            value = value &* 10 &+ Int(byte &- UInt8(ascii: "0"))
        }
        return text.first == UInt8(ascii: "-") ? -value : value
    }

    /// The value, if it is an integer of at most 64 bits.
    var integer: IntegerReading {
        var (magnitude, exponent) = (mantissa, exponent)
        if magnitude == 0 { return .value(isNegative: false, magnitude: 0) }
        while exponent < 0 {
            guard magnitude % 10 == 0 else { return .fraction }
            magnitude /= 10
            exponent += 1
        }
        while exponent > 0 {
            let (product, isTooLarge) = magnitude.multipliedReportingOverflow(by: 10)
            if isTooLarge { return .tooLarge }
            magnitude = product
            exponent -= 1
        }
        return .value(isNegative: isNegative, magnitude: magnitude)
    }
}

extension DecimalParts {
    init(isNegative: Bool, mantissa: UInt64, exponent: Int) {
        self.isNegative = isNegative
        self.mantissa = mantissa
        self.exponent = exponent
    }

    /// The same value with a mantissa that does not end in zero, so that equal values are equal in all parts.
    var normalized: DecimalParts {
        if mantissa == 0 { return DecimalParts(isNegative: false, mantissa: 0, exponent: 0) }
        var parts = self
        while parts.mantissa % 10 == 0 {
            parts.mantissa /= 10
            parts.exponent += 1
        }
        return parts
    }

    /// Whether this is an integer multiple of `divisor`; `nil` if a machine word is not enough to find out.
    func isMultiple(of divisor: DecimalParts) -> Bool? {
        if mantissa == 0 || divisor.mantissa == 0 { return mantissa == 0 }
        let shift = exponent - divisor.exponent
        guard let power = Self.powerOfTen(shift.magnitude) else { return nil }
        if shift >= 0 {
            let (dividend, isTooLarge) = mantissa.multipliedReportingOverflow(by: power)
            return isTooLarge ? nil : dividend % divisor.mantissa == 0
        }
        let (scaled, isTooLarge) = divisor.mantissa.multipliedReportingOverflow(by: power)
        return isTooLarge ? nil : mantissa % scaled == 0
    }

    private static func powerOfTen(_ exponent: UInt) -> UInt64? {
        guard exponent <= 19 else { return nil }
        return (0..<exponent).reduce(1) { power, _ in power &* 10 }
    }
}

extension DecimalParts: Equatable {}

/// The result of reading a number as an integer.
@usableFromInline
enum IntegerReading {
    case value(isNegative: Bool, magnitude: UInt64)
    /// An integer of more than 64 bits.
    case tooLarge
    /// Not an integer.
    case fraction
}
