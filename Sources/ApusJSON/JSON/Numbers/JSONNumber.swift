/// A number of any size and precision: it keeps the text it was read from.
///
/// Equality compares the exact values: `1`, `1.0` and `10e-1` are equal.
public struct JSONNumber: Sendable {
    /// The number according to JSON's grammar, as it was written: `1.50e2`.
    public let text: String

    init(uncheckedText: String) { text = uncheckedText }

    /// `nil` unless `text` is a number according to JSON's grammar: `01`, `.5`, `+1`, ` 1` and `NaN` are not.
    public init?(text: String) {
        guard let document = try? JSONDocument(text), document.root.kind == .number,
            document.root.byteRange == 0..<document.byteCount
        else { return nil }
        self.text = text
    }

    /// An integer, exact.
    public init(_ value: some FixedWidthInteger) { text = String(value) }

    /// `nil` for infinity and NaN.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = value.description
    }

    /// The value, if it is an integer that `Int` can represent, as `1.0` and `1e2` are.
    public var integer: Int? { exactly() }

    /// The value, if it is an integer that `T` can represent.
    public func exactly<T: FixedWidthInteger>(_ type: T.Type = T.self) -> T? {
        guard case .value(let isNegative, let magnitude) = reading else { return nil }
        return T(isNegative: isNegative, magnitude: magnitude)
    }

    /// The nearest `Double`; infinity beyond its range.
    public var double: Double {
        var text = text
        return text.withUTF8 { nearest($0) } ?? .nan
    }

    var decimal: DecimalDigits { DecimalDigits(text) }

    private var reading: IntegerReading {
        var text = text
        return text.withUTF8 { DecimalParts($0)?.integer ?? DecimalDigits($0).integer }
    }
}

extension JSONNumber: Comparable {
    public static func == (left: Self, right: Self) -> Bool { left.text == right.text || left.decimal == right.decimal }
    public static func < (left: Self, right: Self) -> Bool { left.decimal < right.decimal }
}

extension JSONNumber: Hashable {
    public func hash(into hasher: inout Hasher) { hasher.combine(decimal) }
}

extension JSONNumber: CustomStringConvertible, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    public var description: String { text }
    public init(integerLiteral value: Int) { self.init(value) }
    public init(floatLiteral value: Double) { text = value.description }
}

extension JSONNumber: JSONCodable {
    public init(json: borrowing JSONView) throws(JSONError) {
        let word = json.word
        guard word.tag == TapeWord.number else { throw json.mismatch("a number") }
        text = String(decoding: json.tape.text(of: word), as: UTF8.self)
    }

    public func write(to writer: inout JSONWriter) { writer.write(number: text) }

    public static var jsonShape: JSONShape { .number }
}
