/// A number that may also be written as a string, as .NET servers accept it: `5` or `"5"`.
///
///     TodoItem(id: 5)
///     item.id?.value    // 5, read from 5 or "5"
///
/// Written as a number.
public struct FlexibleNumber<Number: JSONCodable & Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    public var value: Number

    public init(_ value: Number) { self.value = value }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let text = try? container.decode(String.self) else {
            value = try container.decode(Number.self)
            return
        }
        value = try Self.number(text)
    }

    /// JSON allows whitespace around a number, but that is not part of the number.
    private static func number(_ text: String) throws(JSONError) -> Number {
        guard !text.contains(where: \.isWhitespace) else { throw JSONError(.other("expected a number"), path: []) }
        return try Number(jsonText: text)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

extension FlexibleNumber: JSONCodable {
    /// Throws if a string is not a JSON number, or if `Number` cannot represent the number.
    public init(json: borrowing JSONView) throws(JSONError) {
        guard json.kind == .string else {
            value = try Number(json: json)
            return
        }
        guard let value = try? Self.number(String(json: json)) else {
            throw json.invalidFormat("a number, or a string that spells one")
        }
        self.value = value
    }

    public func write(to writer: inout JSONWriter) { value.write(to: &writer) }
}

extension FlexibleNumber: ExpressibleByIntegerLiteral where Number: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Number.IntegerLiteralType) { self.value = Number(integerLiteral: value) }
}

extension FlexibleNumber: ExpressibleByFloatLiteral where Number: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Number.FloatLiteralType) { self.value = Number(floatLiteral: value) }
}
