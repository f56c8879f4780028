/// The decimal number with the fewest digits that reads back as a given `Double`; of several, the nearest one: `digits` × 10^`exponent`.
struct ShortestDecimal {
    /// Does not end in zero.
    var digits: UInt64
    var exponent: Int

    /// `value`: positive and finite.
    ///
    /// By the algorithm of Giulietti ("The Schubfach way to render doubles"): a value, and the bounds within which numbers round to
    /// it, are multiplied by a power of ten, so that the decimal numbers in question are the integers between the bounds.
    init(_ value: Double) {
        let isNormal = value.exponentBitPattern > 0
        let significand = value.significandBitPattern | (isNormal ? 1 << 52 : 0)
        let binary = Int(isNormal ? value.exponentBitPattern : 1) - 1075
        // Below a power of two, numbers are twice as dense.
        let isUneven = value.significandBitPattern == 0 && value.exponentBitPattern > 1
        let decimal = (binary * 1_262_611 - (isUneven ? 524_031 : 0)) >> 22
        let shift = UInt64(binary + PowersOfTen.binaryExponent(-decimal) + 1)
        var power = PowersOfTen.significand(-decimal)
        if !PowersOfTen.isExact(-decimal) { power = power.successor }

        // All four times as large, to be integers. The bounds themselves round to the value if it is even.
        let odd = significand & 1
        let middle = Self.product(power, significand &* 4 &<< shift)
        let lower = Self.product(power, (significand &* 4 &- (isUneven ? 1 : 2)) &<< shift) &+ odd
        let upper = Self.product(power, (significand &* 4 &+ 2) &<< shift) &- odd

        let floor = middle / 4
        let tens = floor / 10
        let (isBelowInside, isAboveInside) = (lower <= tens &* 40, tens &* 40 &+ 40 <= upper)
        if floor >= 10, isBelowInside != isAboveInside {
            (digits, exponent) = (isAboveInside ? tens &+ 1 : tens, decimal + 1)
        } else {
            let (isFloorInside, isCeilingInside) = (lower <= floor &* 4, floor &* 4 &+ 4 <= upper)
            let isNearerToCeiling = middle > floor &* 4 &+ 2 || middle == floor &* 4 &+ 2 && floor & 1 == 1
            let roundsUp = isFloorInside != isCeilingInside ? isCeilingInside : isNearerToCeiling
            (digits, exponent) = (roundsUp ? floor &+ 1 : floor, decimal)
        }
        while digits % 10 == 0 {
            digits /= 10
            exponent += 1
        }
    }

    /// The upper 64 bits of the product; the lowest one is set if any of the bits below it is.
    private static func product(_ power: PowersOfTen.Significand, _ factor: UInt64) -> UInt64 {
        let carry = power.low.multipliedFullWidth(by: factor).high
        let (high, low) = power.high.multipliedFullWidth(by: factor)
        let (sum, overflow) = low.addingReportingOverflow(carry)
        return (overflow ? high &+ 1 : high) | (sum > 1 ? 1 : 0)
    }
}
