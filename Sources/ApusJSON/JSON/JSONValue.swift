/// Any JSON value: what a schema without constraints allows.
///
///     let value: JSONValue = ["title": "Ship it", "tags": ["a", "b"], "count": 3]
///     value["tags"]?[0]?.string    // "a"
public enum JSONValue: Hashable, Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case boolean(Bool)
    /// A number of any size and precision.
    case number(JSONNumber)
    /// A string, escape sequences decoded.
    case string(String)
    /// The elements in their order.
    case array([JSONValue])
    /// If a key occurs twice, the last one wins; the order of members is not kept.
    case object([String: JSONValue])
}

// Access to the content.
extension JSONValue {
    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The value of a boolean; `nil` for any other kind.
    public var boolean: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }

    /// The value of a number; `nil` for any other kind.
    public var number: JSONNumber? {
        if case .number(let value) = self { value } else { nil }
    }

    /// The value of a number; `nil` for any other kind, and for a number that `Int` cannot represent.
    public var integer: Int? { number?.integer }

    /// The value of a number; `nil` for any other kind.
    public var double: Double? { number?.double }

    /// The value of a string; `nil` for any other kind.
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The elements of an array; `nil` for any other kind.
    public var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members of an object; `nil` for any other kind.
    public var object: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The element at `position`; `nil` if there is none.
    public subscript(position: Int) -> JSONValue? {
        guard let array, array.indices.contains(position) else { return nil }
        return array[position]
    }

    /// The member with the given key; `nil` if there is none.
    public subscript(key: String) -> JSONValue? { object?[key] }
}

extension JSONValue: JSONCodable {
    public init(json: borrowing JSONView) throws(JSONError) {
        switch json.kind {
        case .null: self = .null
        case .boolean: self = .boolean(try Bool(json: json))
        case .number: self = .number(try JSONNumber(json: json))
        case .string: self = .string(try String(json: json))
        case .array: self = try Self.array(json)
        case .object: self = try Self.object(json)
        }
    }

    // A few small functions: these nest most deeply on hostile input.

    private static func array(_ json: borrowing JSONView) throws(JSONError) -> JSONValue {
        var elements: [JSONValue] = []
        elements.reserveCapacity(json.count)
        for element in json.elements { elements.append(try JSONValue(json: element)) }
        return .array(elements)
    }

    private static func object(_ json: borrowing JSONView) throws(JSONError) -> JSONValue {
        var members: [String: JSONValue] = [:]
        members.reserveCapacity(json.count)
        for member in json.members { members[member.key] = try JSONValue(json: member.value) }
        return .object(members)
    }

    public func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.writeNull()
        case .boolean(let value): value.write(to: &writer)
        case .number(let value): value.write(to: &writer)
        case .string(let value): value.write(to: &writer)
        case .array(let elements): elements.write(to: &writer)
        case .object(let members): members.write(to: &writer)
        }
    }

    public static var acceptsNull: Bool { true }

    /// The JSON that a value is written as.
    ///
    /// - Throws: ``JSONError`` of kind `unwritable`: see ``JSONWriter``.
    public init(encoding value: some JSONEncodable) throws(JSONError) {
        try self.init(jsonBytes: try value.jsonBytes(), limits: JSONLimits(depth: .max))
    }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByStringLiteral {
    public init(nilLiteral: ()) { self = .null }
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    public init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    public init(floatLiteral value: Double) { self = .number(JSONNumber(floatLiteral: value)) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(Dictionary(members) { $1 })
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as JSON text.
    public var description: String { (try? jsonText()) ?? "" }
}
