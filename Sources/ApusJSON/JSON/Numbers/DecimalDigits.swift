/// The exact value of the text of any number: its digits without leading and trailing zeros, times a power of ten.
///
///     -120.50e3  ->  -, [1, 2, 0, 5], exponent 2
@usableFromInline
struct DecimalDigits: Hashable {
    var isNegative = false
    var digits: [UInt8] = []
    var exponent = 0

    /// `text`: a number according to JSON's grammar.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        var fraction: Int?
        for (position, byte) in text.enumerated() {
            if isDigit(byte) {
                fraction? += 1
                if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
            } else if byte == UInt8(ascii: ".") {
                fraction = 0
            } else if byte | 0x20 == UInt8(ascii: "e") {
                exponent = DecimalParts.exponent(UnsafeBufferPointer(rebasing: text[(position + 1)...]))
                break
            }
        }
        exponent -= fraction ?? 0
        normalize(isNegative: text.first == UInt8(ascii: "-"))
    }

    init(_ text: String) {
        var text = text
        self = text.withUTF8 { DecimalDigits($0) }
    }

    private mutating func normalize(isNegative: Bool) {
        let zeros = digits.reversed().prefix { $0 == 0 }.count
        digits.removeLast(zeros)
        exponent = digits.isEmpty ? 0 : exponent + zeros
        self.isNegative = isNegative && !digits.isEmpty
    }

    var isInteger: Bool { exponent >= 0 }

    /// The value, if it is an integer of at most 64 bits.
    var integer: IntegerReading {
        guard isInteger else { return .fraction }
        guard digits.count + exponent <= 20 else { return .tooLarge }
        var magnitude: UInt64 = 0
        for digit in digits + repeatElement(0, count: exponent) {
            let (product, isProductTooLarge) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, isSumTooLarge) = product.addingReportingOverflow(UInt64(digit))
            if isProductTooLarge || isSumTooLarge { return .tooLarge }
            magnitude = sum
        }
        return .value(isNegative: isNegative, magnitude: magnitude)
    }
}

extension DecimalDigits: Comparable {
    @usableFromInline
    static func < (left: Self, right: Self) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative ? right.magnitudePrecedes(left) : left.magnitudePrecedes(right)
    }

    private func magnitudePrecedes(_ other: Self) -> Bool {
        if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
        let (place, otherPlace) = (digits.count + exponent, other.digits.count + other.exponent)
        return place == otherPlace ? digits.lexicographicallyPrecedes(other.digits) : place < otherPlace
    }
}

extension DecimalDigits {
    /// Whether this is exactly an integer multiple of `divisor`. Zero is a multiple of everything; nothing else is a multiple of
    /// zero.
    func isMultiple(of divisor: DecimalDigits) -> Bool {
        if digits.isEmpty { return true }
        // The digits do not end in zero: a divisor with more factors of ten than the number cannot divide it.
        guard !divisor.digits.isEmpty, exponent >= divisor.exponent else { return false }
        guard divisor.digits.count <= 18 else { return isMultiple(ofLarge: divisor) }
        let modulus = divisor.digits.reduce(0 as UInt64) { $0 * 10 + UInt64($1) }
        func multiply(_ left: UInt64, _ right: UInt64) -> UInt64 {
            modulus.dividingFullWidth(left.multipliedFullWidth(by: right)).remainder
        }
        var remainder: UInt64 = 0
        for digit in digits { remainder = (multiply(remainder, 10 % modulus) + UInt64(digit) % modulus) % modulus }
        var (power, exponent) = (10 % modulus, exponent - divisor.exponent)
        while exponent > 0, remainder != 0 {
            if exponent & 1 == 1 { remainder = multiply(remainder, power) }
            power = multiply(power, power)
            exponent >>= 1
        }
        return remainder == 0
    }

    /// Decimal long division, for divisors of more than 18 digits. The number of remaining factors of ten is limited to what a
    /// divisor of that many digits can absorb, four per digit.
    private func isMultiple(ofLarge divisor: DecimalDigits) -> Bool {
        var remainder: [UInt8] = []
        let tens = min(exponent - divisor.exponent, divisor.digits.count * 4)
        for digit in digits + repeatElement(0, count: tens) {
            if !remainder.isEmpty || digit != 0 { remainder.append(digit) }
            while Self.subtract(divisor.digits, from: &remainder) {}
        }
        return remainder.isEmpty
    }

    /// Subtracts if the result is not negative, and returns whether it did. Numbers have no leading zeros.
    private static func subtract(_ digits: [UInt8], from number: inout [UInt8]) -> Bool {
        let isSmaller =
            number.count == digits.count ? number.lexicographicallyPrecedes(digits) : number.count < digits.count
        if isSmaller { return false }
        var borrow: UInt8 = 0
        for place in 1...number.count {
            let index = number.count - place
            let subtrahend = borrow + (place <= digits.count ? digits[digits.count - place] : 0)
            borrow = number[index] < subtrahend ? 1 : 0
            number[index] = number[index] + borrow * 10 - subtrahend
        }
        number.removeFirst(number.prefix { $0 == 0 }.count)
        return true
    }
}
