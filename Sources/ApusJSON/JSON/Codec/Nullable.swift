/// A value or an explicit `null`. `Nullable<T>?` has the three states that a member of an object can be in:
///
///     InitSessionRequest(repository: "acme/site")    // {"repository": "acme/site"}
///     InitSessionRequest(repository: .null)          // {"repository": null}
///     InitSessionRequest(repository: nil)            // {}
public enum Nullable<Wrapped> {
    /// The member is present and is `null`.
    case null
    /// The member has a value.
    case value(Wrapped)

    /// `null` for `nil`.
    public init(_ value: Wrapped?) { self = value.map { .value($0) } ?? .null }

    /// `nil` for `null`.
    public var value: Wrapped? {
        if case .value(let value) = self { value } else { nil }
    }
}

extension Nullable: Sendable where Wrapped: Sendable {}
extension Nullable: Equatable where Wrapped: Equatable {}
extension Nullable: Hashable where Wrapped: Hashable {}

extension Nullable: JSONDecodable where Wrapped: JSONDecodable {
    @inlinable
    public init(json: borrowing JSONView) throws(JSONError) {
        self = json.isNull ? .null : .value(try Wrapped(json: json))
    }

    public static var jsonShape: JSONShape { Wrapped.jsonShape }

    @inlinable public static var acceptsNull: Bool { true }

    @inlinable
    public static func isExact(_ json: borrowing JSONView) -> Bool { json.isNull || Wrapped.isExact(json) }
}

extension Nullable: JSONEncodable where Wrapped: JSONEncodable {
    @inlinable
    public func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.writeNull()
        case .value(let value): value.write(to: &writer)
        }
    }
}

extension Nullable: Decodable where Wrapped: Decodable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = container.decodeNil() ? .null : .value(try container.decode(Wrapped.self))
    }
}

extension Nullable: Encodable where Wrapped: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .value(let value): try container.encode(value)
        }
    }
}

extension Nullable: ExpressibleByUnicodeScalarLiteral where Wrapped: ExpressibleByUnicodeScalarLiteral {
    public init(unicodeScalarLiteral value: Wrapped.UnicodeScalarLiteralType) {
        self = .value(Wrapped(unicodeScalarLiteral: value))
    }
}

extension Nullable: ExpressibleByExtendedGraphemeClusterLiteral
where Wrapped: ExpressibleByExtendedGraphemeClusterLiteral {
    public init(extendedGraphemeClusterLiteral value: Wrapped.ExtendedGraphemeClusterLiteralType) {
        self = .value(Wrapped(extendedGraphemeClusterLiteral: value))
    }
}

extension Nullable: ExpressibleByStringLiteral where Wrapped: ExpressibleByStringLiteral {
    public init(stringLiteral value: Wrapped.StringLiteralType) { self = .value(Wrapped(stringLiteral: value)) }
}

extension Nullable: ExpressibleByIntegerLiteral where Wrapped: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Wrapped.IntegerLiteralType) { self = .value(Wrapped(integerLiteral: value)) }
}

extension Nullable: ExpressibleByFloatLiteral where Wrapped: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Wrapped.FloatLiteralType) { self = .value(Wrapped(floatLiteral: value)) }
}

extension Nullable: ExpressibleByBooleanLiteral where Wrapped: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Wrapped.BooleanLiteralType) { self = .value(Wrapped(booleanLiteral: value)) }
}

extension Nullable: ExpressibleByArrayLiteral where Wrapped: ExpressibleByArrayLiteral & RangeReplaceableCollection {
    public init(arrayLiteral elements: Wrapped.Element...) { self = .value(Wrapped(elements)) }
}
