import ApusJSON
import ApusYAML
import Foundation

/// Values of the types that Swift, Foundation and ApusRuntime provide: one row for each type.
enum BuiltinSample {
    static func typed(_ value: Node, as type: BuiltinType) -> TypedSample? {
        switch type {
        case .string: value.string.map { TypedSample(value: value, sample: .literal(.string($0))) }
        case .bool: value.bool.map { TypedSample(value: value, sample: .literal(.bool($0))) }
        case .int: integer(value, Int.self)
        case .int8: integer(value, Int8.self)
        case .int16: integer(value, Int16.self)
        case .int32: integer(value, Int32.self)
        case .int64: integer(value, Int64.self)
        case .uint: integer(value, UInt.self)
        case .uint8: integer(value, UInt8.self)
        case .uint16: integer(value, UInt16.self)
        case .uint32: integer(value, UInt32.self)
        case .uint64: integer(value, UInt64.self)
        case .float: number(value) { Float($0).isFinite }
        case .double: number(value) { $0.isFinite }
        case .decimal: decimal(value)
        case .date: written(value, Date.self) { date, _ in .date(seconds: seconds(date)) }
        case .data: written(value, Data.self) { content, _ in .data(data(content)) }
        case .uuid: written(value, UUID.self) { .uuid($1) }
        case .url: written(value, URL.self) { .url($1) }
        case .calendarDate: literal(value, .calendarDate, CalendarDate.self)
        case .timeOfDay: literal(value, .timeOfDay, TimeOfDay.self)
        case .json: json(value).map { TypedSample(value: value, sample: .json($0)) }
        case .filePart: file(value)
        case .body, .void: nil
        }
    }

    /// The value after reading and writing it with the runtime's own codec.
    private static func written<Value: JSONCodable>(
        _ value: Node, _ type: Value.Type, _ sample: (Value, _ text: String) -> Sample
    ) -> TypedSample? {
        guard let read = try? Value(jsonText: value.jsonText()), let text = try? read.jsonText(),
            case .string(let written)? = try? JSONValue(jsonText: text)
        else { return nil }
        return TypedSample(value: Node(.string(written), at: value.location), sample: sample(read, written))
    }

    /// The literal that would also be written as a default argument.
    private static func literal<Value: JSONCodable>(
        _ value: Node, _ builtin: BuiltinType, _ type: Value.Type
    ) -> TypedSample? {
        guard let literal = DefaultLiteral.of(value, builtin) else { return nil }
        return written(value, type) { _, _ in .literal(literal) }
    }

    private static func integer<Value: FixedWidthInteger & JSONCodable>(
        _ value: Node, _ type: Value.Type
    ) -> TypedSample? {
        guard value.number != nil, let read = try? Value(jsonText: value.jsonText()) else { return nil }
        let text = String(read)
        return TypedSample(value: Node(.number(NumberText(text)), at: value.location), sample: .literal(.number(text)))
    }

    private static func number(_ value: Node, _ isHeld: (Double) -> Bool) -> TypedSample? {
        guard let number = value.number, number.isFinite, isHeld(number.double) else { return nil }
        let text = number.int.map(String.init) ?? String(number.double)
        return TypedSample(value: Node(.number(NumberText(text)), at: value.location), sample: .literal(.number(text)))
    }

    private static func decimal(_ value: Node) -> TypedSample? {
        guard let number = value.number, let read = try? Decimal(jsonText: number.text) else { return nil }
        if let int = number.int { return TypedSample(value: value, sample: .literal(.number(String(int)))) }
        let significand = Decimal(sign: .plus, exponent: 0, significand: read.significand)
        // A literal with more digits would overflow.
        guard Int(significand.description) != nil else { return nil }
        let sample = Sample.decimal(
            isNegative: read.isSignMinus, exponent: read.exponent, significand: significand.description
        )
        return TypedSample(value: value, sample: sample)
    }

    /// `1769860800`, `1769860800.5`
    private static func seconds(_ date: Date) -> String {
        let seconds = date.timeIntervalSince1970
        return seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
    }

    private static func data(_ data: Data) -> DataSample {
        let isText = data.allSatisfy { 0x20..<0x7F ~= $0 }
        return isText ? .text(String(decoding: data, as: UTF8.self)) : .bytes(Array(data))
    }

    private static func file(_ value: Node) -> TypedSample? {
        guard let text = value.string else { return nil }
        return TypedSample(
            value: value, sample: .file(name: "sample.txt", contentType: "text/plain", .text(text))
        )
    }

    /// A literal of `JSONValue`; `nil` for a number that no literal can represent.
    private static func json(_ value: Node) -> JSONSample? {
        switch value.value {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .string(let text): return .string(text)
        case .number(let number):
            if let int = number.int { return .number(String(int)) }
            let text = String(number.double)
            return number.double.isFinite && NumberText(text) == number ? .number(text) : nil
        case .sequence(let elements):
            let samples = elements.compactMap(json)
            return samples.count == elements.count ? .array(samples) : nil
        case .mapping(let mapping):
            let members = mapping.entries.compactMap { entry in
                json(entry.value).map { JSONSample.Member(name: entry.key, value: $0) }
            }
            return members.count == mapping.count ? .object(members) : nil
        }
    }
}
