/// `Codable` with any self-describing coder: Foundation's `JSONDecoder` and `JSONEncoder`, property lists.
///
/// A coder passes numbers as `Int64`, `UInt64` or `Double`. A number that none of them can represent cannot be encoded, which is an
/// `EncodingError`. A decoder that rounds such a number before passing it on cannot be distinguished from one that does not.
extension JSONValue: Codable {
    public init(from decoder: any Decoder) throws {
        if let scalar = try Self.scalar(decoder.singleValueContainer()) {
            self = scalar
        } else if var elements = try? decoder.unkeyedContainer() {
            var array: [JSONValue] = []
            while !elements.isAtEnd { array.append(try elements.decode(JSONValue.self)) }
            self = .array(array)
        } else {
            let members = try decoder.container(keyedBy: BridgeKey.self)
            self = .object(
                try members.allKeys.reduce(into: [:]) {
                    $0[$1.stringValue] = try members.decode(JSONValue.self, forKey: $1)
                })
        }
    }

    private static func scalar(_ container: any SingleValueDecodingContainer) throws -> JSONValue? {
        if container.decodeNil() { return .null }
        if let value = try? container.decode(Bool.self) { return .boolean(value) }
        if let value = try? container.decode(String.self) { return .string(value) }
        if let value = try? container.decode(Int64.self) { return .number(JSONNumber(value)) }
        if let value = try? container.decode(UInt64.self) { return .number(JSONNumber(value)) }
        guard let value = try? container.decode(Double.self) else { return nil }
        guard let number = JSONNumber(value) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(value) is not a JSON number")
        }
        return .number(number)
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .object(let members):
            var container = encoder.container(keyedBy: BridgeKey.self)
            for (key, value) in members { try container.encode(value, forKey: BridgeKey(stringValue: key)) }
        default:
            var container = encoder.singleValueContainer()
            try encodeScalar(to: &container)
        }
    }

    private func encodeScalar(to container: inout any SingleValueEncodingContainer) throws {
        switch self {
        case .boolean(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .number(let number):
            if let value = number.exactly(Int64.self) {
                try container.encode(value)
            } else if let value = number.exactly(UInt64.self) {
                try container.encode(value)
            } else if JSONNumber(number.double) == number {
                try container.encode(number.double)
            } else {
                throw EncodingError.invalidValue(
                    number.text,
                    EncodingError.Context(
                        codingPath: container.codingPath,
                        debugDescription: "the number cannot be represented as an Int64, a UInt64 or a Double"))
            }
        default: try container.encodeNil()
        }
    }
}

/// Any string as a coding key.
struct BridgeKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
