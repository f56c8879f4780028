/// An exact limit for a number, written as a literal, or as a string if no Swift literal can represent it.
///
///     value.integer(minimum: 1, maximum: "18446744073709551616")
///     value.number(exclusiveMinimum: 0, multipleOf: 0.01)
public struct NumberBound: Sendable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral
{
    /// The value nearest to the limit; if `isInteger`, `integer` is the limit itself.
    @usableFromInline let double: Double
    @usableFromInline let integer: Int64
    @usableFromInline let isInteger: Bool
    @usableFromInline let text: StaticString?

    @inlinable
    public init(integerLiteral value: Int64) {
        (double, integer, isInteger, text) = (Double(value), value, true, nil)
    }

    /// The limit is the shortest decimal that represents `value`, as in the literal: 0.1 is exactly one tenth.
    @inlinable
    public init(floatLiteral value: Double) {
        (double, integer, isInteger, text) = (value, 0, false, nil)
    }

    /// `value` is a number in JSON syntax.
    public init(stringLiteral value: StaticString) {
        (integer, isInteger, text) = (0, false, value)
        double = JSONNumber(uncheckedText: String(describing: value)).double
    }

    /// The limit if it has few digits, which is nearly always the case.
    ///
    /// Finds the smallest `places` for which `double` times 10 to the power of `places` is an integer that gives `double` when it
    /// is divided again. Both operands are then exact, so the decimal rounds to `double` and is the shortest that does.
    var parts: DecimalParts? {
        if text != nil { return nil }
        if isInteger { return DecimalParts(isNegative: integer < 0, mantissa: integer.magnitude, exponent: 0) }
        var power = 1.0
        for places in 0...15 {
            let mantissa = double.magnitude * power
            if mantissa > 0x1p53 { return nil }
            if mantissa == mantissa.rounded(), mantissa / power == double.magnitude {
                return DecimalParts(isNegative: double < 0, mantissa: UInt64(mantissa), exponent: -places)
            }
            power *= 10
        }
        return nil
    }

    /// The limit.
    public var number: JSONNumber {
        if let text { return JSONNumber(uncheckedText: String(describing: text)) }
        return isInteger ? JSONNumber(integer) : JSONNumber(floatLiteral: double)
    }
}

extension JSONTape {
    /// Compares a number word with a limit: -1, 0 or 1.
    ///
    /// Rounding to `Double` keeps the order of numbers that it does not make equal, so the digits are compared only if both round
    /// to the same value.
    @usableFromInline
    func compare(_ word: TapeWord, _ bound: NumberBound) -> Int {
        if bound.isInteger, let value = smallInteger(of: word) {
            return value < bound.integer ? -1 : value > bound.integer ? 1 : 0
        }
        let text = text(of: word)
        let value = nearest(text) ?? .nan
        if value < bound.double { return -1 }
        if value > bound.double { return 1 }
        if let parts = DecimalParts(text), parts.normalized == bound.parts?.normalized { return 0 }
        let (digits, limit) = (DecimalDigits(text), bound.number.decimal)
        return digits < limit ? -1 : limit < digits ? 1 : 0
    }

    @usableFromInline
    func isMultiple(_ word: TapeWord, of bound: NumberBound) -> Bool {
        if bound.isInteger, bound.integer > 0, let value = smallInteger(of: word) {
            return value % bound.integer == 0
        }
        let text = text(of: word)
        if let parts = DecimalParts(text), let divisor = bound.parts, let isMultiple = parts.isMultiple(of: divisor) {
            return isMultiple
        }
        return DecimalDigits(text).isMultiple(of: bound.number.decimal)
    }

    /// Whether a number word is an integer, even if it is written with a fraction or an exponent.
    @usableFromInline
    func isInteger(_ word: TapeWord) -> Bool {
        if case .fraction = integer(of: word) { false } else { true }
    }
}
