extension Bool: JSONCodable {
    @inlinable
    public init(json: borrowing JSONView) throws(JSONError) {
        guard let value = json.boolean else { throw json.mismatch("a boolean") }
        self = value
    }

    @inlinable
    public func write(to writer: inout JSONWriter) { writer.append(self ? "true" : "false") }

    public static var jsonShape: JSONShape { .boolean }
}

extension String: JSONCodable {
    @inlinable
    public init(json: borrowing JSONView) throws(JSONError) {
        let word = json.word
        guard word.tag == TapeWord.string else { throw json.mismatch("a string") }
        self = json.tape.string(of: word)
    }

    @inlinable
    public func write(to writer: inout JSONWriter) { writer.write(string: self) }

    public static var jsonShape: JSONShape { .string }
}

extension JSONView {
    /// The value as an integer of type `T`: `1.0` and `1e2` are integers, as in JSON Schema.
    @inlinable
    func integer<T: FixedWidthInteger>(_ type: T.Type) throws(JSONError) -> T {
        let word = word
        guard word.tag == TapeWord.number else { throw mismatch("an integer") }
        if let small = tape.smallInteger(of: word), let value = T(exactly: small) { return value }
        switch tape.integer(of: word) {
        case .value(let isNegative, let magnitude):
            if let value = T(isNegative: isNegative, magnitude: magnitude) { return value }
            throw outOfRange("\(type)")
        case .tooLarge: throw outOfRange("\(type)")
        case .fraction: throw mismatch("an integer")
        }
    }

    @usableFromInline
    @inline(never)
    func outOfRange(_ type: String) -> JSONError { JSONError(.outOfRange(type), at: self) }
}

extension JSONTape {
    /// The value of a number of at most 18 digits without a fraction or exponent, as nearly all integers are; otherwise, `nil`.
    @usableFromInline
    func smallInteger(of word: TapeWord) -> Int64? {
        guard word.bits & TapeWord.integer != 0, word.length <= 18 else { return nil }
        let text = text(of: word)
        let isNegative = text[0] == UInt8(ascii: "-")
        var value: Int64 = 0
        for position in (isNegative ? 1 : 0)..<text.count {
            value = value &* 10 &+ Int64(text[position] &- UInt8(ascii: "0"))
        }
        return isNegative ? -value : value
    }

    @usableFromInline
    func integer(of word: TapeWord) -> IntegerReading {
        if let value = smallInteger(of: word) { return .value(isNegative: value < 0, magnitude: value.magnitude) }
        let text = text(of: word)
        return DecimalParts(text)?.integer ?? DecimalDigits(text).integer
    }

    @usableFromInline
    func double(of word: TapeWord) -> Double? { nearest(text(of: word)) }
}

extension Double: JSONCodable {
    /// The nearest `Double`.
    @inlinable
    public init(json: borrowing JSONView) throws(JSONError) {
        let word = json.word
        guard word.tag == TapeWord.number else { throw json.mismatch("a number") }
        guard let value = json.tape.double(of: word), value.isFinite else { throw json.outOfRange("Double") }
        self = value
    }

    @inlinable
    public func write(to writer: inout JSONWriter) { writer.write(floating: self) }

    public static var jsonShape: JSONShape { .number }
}

extension Float: JSONCodable {
    /// The nearest `Float`.
    public init(json: borrowing JSONView) throws(JSONError) {
        let word = json.word
        guard word.tag == TapeWord.number else { throw json.mismatch("a number") }
        guard let value = nearestFloat(json.tape.text(of: word)), value.isFinite else {
            throw json.outOfRange("Float")
        }
        self = value
    }

    public func write(to writer: inout JSONWriter) {
        guard isFinite else { return writer.fail("\(self) is not a JSON number") }
        writer.write(number: description)
    }

    public static var jsonShape: JSONShape { .number }
}
