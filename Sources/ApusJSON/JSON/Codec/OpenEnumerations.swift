/// An enumeration of strings that may grow: a value the document does not name is kept as it is.
public protocol StringEnum: OpenEnumeration, JSONKey, CodingKeyRepresentable where RawValue == String {}

/// An enumeration of integers that may grow.
public protocol IntegerEnum: OpenEnumeration where RawValue == Int {}

/// An enumeration of numbers that may grow.
public protocol NumberEnum: OpenEnumeration where RawValue == Double {}

/// What the open enumerations share. `allCases` are the values that the document names.
public protocol OpenEnumeration: RawRepresentable, JSONCodable, Codable, Hashable, Sendable, CaseIterable
where RawValue: JSONCodable & Codable & Hashable & Sendable {
    init(rawValue: RawValue)
}

extension OpenEnumeration {
    @inlinable
    public init(json: borrowing JSONView) throws(JSONError) { self.init(rawValue: try RawValue(json: json)) }

    @inlinable
    public func write(to writer: inout JSONWriter) { rawValue.write(to: &writer) }

    public static var jsonShape: JSONShape { RawValue.jsonShape }

    @inlinable
    public static func isExact(_ json: borrowing JSONView) -> Bool {
        guard let value = try? Self(json: json) else { return false }
        return allCases.contains(value)
    }
}

/// An enumeration of strings that has no other values than those the document names.
public protocol ClosedStringEnum: ClosedEnumeration, JSONKey, CodingKeyRepresentable where RawValue == String {}

/// An enumeration of integers that has no other values than those the document names.
public protocol ClosedIntegerEnum: ClosedEnumeration where RawValue == Int {}

/// An enumeration of numbers that has no other values than those the document names.
public protocol ClosedNumberEnum: ClosedEnumeration where RawValue == Double {}

/// What the closed enumerations share.
public protocol ClosedEnumeration: RawRepresentable, JSONCodable, Codable, Hashable, Sendable, CaseIterable
where RawValue: JSONCodable & Codable & Hashable & Sendable {}

extension ClosedEnumeration {
    @inlinable
    public init(json: borrowing JSONView) throws(JSONError) {
        guard let value = Self(rawValue: try RawValue(json: json)) else { throw json.unknownCase() }
        self = value
    }

    @inlinable
    public func write(to writer: inout JSONWriter) { rawValue.write(to: &writer) }

    public static var jsonShape: JSONShape { RawValue.jsonShape }
}

extension JSONView {
    @usableFromInline
    @inline(never)
    func unknownCase() -> JSONError { JSONError(.unknownCase(text), at: self) }
}
