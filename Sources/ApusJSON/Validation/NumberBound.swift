/// A limit of a number, exact: written as a literal, or as a string where no Swift literal holds it.
///
///     value.integer(minimum: 1, maximum: "18446744073709551616")
///     value.number(exclusiveMinimum: 0, multipleOf: 0.01)
public struct NumberBound: Sendable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral
{
    /// Nearest to the limit, and it itself where `isInteger`.
    @usableFromInline let double: Double
    @usableFromInline let integer: Int64
    @usableFromInline let isInteger: Bool
    @usableFromInline let text: StaticString?

    @inlinable
    public init(integerLiteral value: Int64) {
        (double, integer, isInteger, text) = (Double(value), value, true, nil)
    }

    /// The limit is the shortest decimal that stands for `value`, as the literal does: 0.1 is one tenth.
    @inlinable
    public init(floatLiteral value: Double) {
        (double, integer, isInteger, text) = (value, 0, false, nil)
    }

    /// `value`: a number by JSON's grammar.
    public init(stringLiteral value: StaticString) {
        (integer, isInteger, text) = (0, false, value)
        double = JSONNumber(uncheckedText: String(describing: value)).double
    }

    /// The limit, where its digits are few: nearly always.
    ///
    /// The least `places` for which `double` times ten to it is an integer that, divided again, gives `double`: both factors
    /// are exact then, and so the decimal is one that rounds to `double`, the shortest.
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
    /// -1, 0 or 1: a number word against a limit.
    ///
    /// Rounding to `Double` keeps the order of what it does not make equal, so that only where both round alike do their
    /// digits decide.
    @usableFromInline
    func compare(_ word: TapeWord, _ bound: NumberBound) -> Int {
        if bound.isInteger, word.bits & TapeWord.integer != 0, word.length <= 18, let value = smallInteger(of: word) {
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
        if bound.isInteger, bound.integer > 0, word.bits & TapeWord.integer != 0, let value = smallInteger(of: word) {
            return value % bound.integer == 0
        }
        let text = text(of: word)
        if let parts = DecimalParts(text), let divisor = bound.parts, let isMultiple = parts.isMultiple(of: divisor) {
            return isMultiple
        }
        return DecimalDigits(text).isMultiple(of: bound.number.decimal)
    }

    private func smallInteger(of word: TapeWord) -> Int64? {
        guard case .value(let isNegative, let magnitude) = integer(of: word) else { return nil }
        return Int64(isNegative: isNegative, magnitude: magnitude)
    }

    /// Whether a number word that has a fraction or an exponent is an integer nevertheless.
    @usableFromInline
    func isInteger(_ word: TapeWord) -> Bool {
        if case .fraction = integer(of: word) { false } else { true }
    }
}
