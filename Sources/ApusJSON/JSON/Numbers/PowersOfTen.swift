/// The powers of ten from 10^-342 to 10^324, which cover all values of `Double`, as floating-point numbers of 128 bits.
///
/// 10^n is 5^n times a power of two, so that the bits of a power of ten are those of a power of five. They are computed when the
/// first one is needed, which takes about a tenth of a millisecond.
enum PowersOfTen {
    static let exponents = -342...324

    /// The 128 leading bits of a power, the highest of which is 1. `isExact` tells whether all others are zero.
    struct Significand {
        var high: UInt64
        var low: UInt64

        /// The next larger significand. It is never the one that needs another bit.
        var successor: Significand {
            let (low, carry) = low.addingReportingOverflow(1)
            return Significand(high: carry ? high &+ 1 : high, low: low)
        }
    }

    /// The power with this exponent, which is within `exponents`, rounded down.
    static func significand(_ exponent: Int) -> Significand { significands[exponent - exponents.lowerBound] }

    /// Whether a significand is the whole power.
    static func isExact(_ exponent: Int) -> Bool { 0...55 ~= exponent }

    /// The largest `n` for which 2^n is at most 10^exponent.
    static func binaryExponent(_ exponent: Int) -> Int { (exponent * 1_741_647) >> 19 }

    private static let significands: [Significand] = {
        // 2^1152 divided by a power of five still has more than 128 bits.
        var fraction = [UInt64](repeating: 0, count: 18) + [1]
        var negative: [Significand] = []
        for _ in 0 ..< -exponents.lowerBound {
            divideByFive(&fraction)
            negative.append(leading(fraction))
        }
        var integer: [UInt64] = [0, 1]
        var positive = [leading(integer)]
        for _ in 0..<exponents.upperBound {
            multiplyByFive(&integer)
            positive.append(leading(integer))
        }
        return negative.reversed() + positive
    }()

    // Integers of any size, the lowest word first. The highest one is not zero.

    private static func multiplyByFive(_ number: inout [UInt64]) {
        var carry: UInt64 = 0
        for place in number.indices {
            let (high, low) = number[place].multipliedFullWidth(by: 5)
            let (sum, overflow) = low.addingReportingOverflow(carry)
            number[place] = sum
            carry = high + (overflow ? 1 : 0)
        }
        if carry > 0 { number.append(carry) }
    }

    private static func divideByFive(_ number: inout [UInt64]) {
        var remainder: UInt64 = 0
        for place in number.indices.reversed() {
            (number[place], remainder) = UInt64(5).dividingFullWidth((remainder, number[place]))
        }
        if number.last == 0 { number.removeLast() }
    }

    /// The 128 leading bits of a number of at least two words.
    private static func leading(_ number: [UInt64]) -> Significand {
        let top = number.count - 1
        let shift = number[top].leadingZeroBitCount
        let next = top > 1 ? number[top - 2] : 0
        return Significand(
            high: number[top] << shift | number[top - 1] >> (64 - shift),
            low: number[top - 1] << shift | next >> (64 - shift))
    }
}
