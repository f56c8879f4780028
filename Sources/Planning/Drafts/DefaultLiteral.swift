import ApusJSON
import ApusYAML

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Values of the types that Swift, Foundation and ApusRuntime provide, as expressions that cannot fail.
enum DefaultLiteral {
    /// `nil` if there is no such expression: Foundation's initialisers of `URL` and `UUID` return an optional.
    static func of(_ node: Node, _ type: BuiltinType) -> Literal? {
        switch type {
        case .string: node.string.map(Literal.string)
        case .bool: node.bool.map(Literal.bool)
        case .int, .int64: integer(node, Int64.self)
        case .int8: integer(node, Int8.self)
        case .int16: integer(node, Int16.self)
        case .int32: integer(node, Int32.self)
        case .uint, .uint64: node.number?.unsigned.map { .number(String($0)) }
        case .uint8: integer(node, UInt8.self)
        case .uint16: integer(node, UInt16.self)
        case .uint32: integer(node, UInt32.self)
        case .float: node.number.flatMap { Float($0.double).isFinite ? .number(String($0.double)) : nil }
        case .double: node.number.flatMap { $0.double.isFinite ? .number(String($0.double)) : nil }
        case .decimal: node.number.flatMap(decimal)
        case .date: node.string.flatMap(date)
        case .calendarDate: node.string.flatMap { CalendarDate($0) }.map(literal)
        case .timeOfDay: node.string.flatMap { TimeOfDay($0) }.map(literal)
        case .data: node.string.flatMap(data)
        case .json: json(node)
        case .uuid, .url, .filePart, .body, .void: nil
        }
    }

    /// Decodes base64.
    private static func data(_ text: String) -> Literal? {
        guard let data = try? Data(json: JSONDocument(JSONValue.string(text).jsonBytes()).root), data.count <= 64 else {
            return nil
        }
        let bytes = data.map { Literal.number(String($0)) }
        return .initializer(.data, bytes.isEmpty ? [] : [Literal.Argument("", .array(bytes))])
    }

    /// A literal of `JSONValue`; `nil` for a number that no literal can represent.
    private static func json(_ node: Node) -> Literal? {
        switch node.value {
        case .null: return .member("null")
        case .bool(let value): return .bool(value)
        case .string(let text): return .string(text)
        case .number(let number):
            if let int = number.int { return .number(String(int)) }
            let text = String(number.double)
            return number.double.isFinite && NumberText(text) == number ? .number(text) : nil
        case .sequence(let elements):
            let literals = elements.compactMap(json)
            return literals.count == elements.count ? .array(literals) : nil
        case .mapping(let mapping):
            let members = mapping.entries.compactMap { entry in
                json(entry.value).map { Literal.Argument(entry.key, $0) }
            }
            return members.count == mapping.count ? .dictionary(members) : nil
        }
    }

    private static func integer<T: FixedWidthInteger>(_ node: Node, _ type: T.Type) -> Literal? {
        node.integer.flatMap(T.init(exactly:)).map { .number(String($0)) }
    }

    /// A literal with a fraction would be rounded to a `Double` first: `1.05` is 105 times ten to the minus two.
    private static func decimal(_ number: NumberText) -> Literal? {
        if let integer = number.int { return .number(String(integer)) }
        let parts = number.text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let significand = Int(parts[0] + parts[1]) else { return nil }
        let sign = number.text.hasPrefix("-") ? "minus" : "plus"
        return .initializer(
            .decimal,
            [
                Literal.Argument("sign", .member(sign)), Literal.Argument("exponent", -parts[1].count),
                Literal.Argument("significand", significand),
            ]
        )
    }

    private static func date(_ text: String) -> Literal? {
        guard let date = try? Date(json: JSONDocument(JSONValue.string(text).jsonBytes()).root) else { return nil }
        let seconds = date.timeIntervalSince1970
        let number = seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
        return .initializer(.date, [Literal.Argument("timeIntervalSince1970", .number(number))])
    }

    private static func literal(_ date: CalendarDate) -> Literal {
        let parts = [("year", date.year), ("month", date.month), ("day", date.day)]
        return .initializer(.calendarDate, parts.map { Literal.Argument($0.0, $0.1) })
    }

    private static func literal(_ time: TimeOfDay) -> Literal {
        var parts = [("hour", time.hour), ("minute", time.minute)]
        if time.second != 0 { parts.append(("second", time.second)) }
        if time.nanosecond != 0 { parts.append(("nanosecond", time.nanosecond)) }
        if let offset = time.offset { parts.append(("offset", offset)) }
        return .initializer(.timeOfDay, parts.map { Literal.Argument($0.0, $0.1) })
    }
}

extension NumberText {
    /// The value as `UInt64`, if it is an integer that fits.
    fileprivate var unsigned: UInt64? { int.flatMap(UInt64.init(exactly:)) ?? UInt64(text) }
}
