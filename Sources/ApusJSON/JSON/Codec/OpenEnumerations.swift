/// An open enumeration of strings: a value that the document does not list is kept as it is.
public protocol StringEnum: OpenEnumeration, JSONKey, CodingKeyRepresentable where RawValue == String {}

/// An open enumeration of integers.
public protocol IntegerEnum: OpenEnumeration where RawValue == Int {}

/// An open enumeration of numbers.
public protocol NumberEnum: OpenEnumeration where RawValue == Double {}

/// The common protocol of open enumerations. `allCases` contains the values that the document lists.
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

/// A closed enumeration of strings, which has only the values that the document lists.
public protocol ClosedStringEnum: ClosedEnumeration, JSONKey, CodingKeyRepresentable where RawValue == String {}

/// A closed enumeration of integers, which has only the values that the document lists.
public protocol ClosedIntegerEnum: ClosedEnumeration where RawValue == Int {}

/// A closed enumeration of numbers, which has only the values that the document lists.
public protocol ClosedNumberEnum: ClosedEnumeration where RawValue == Double {}

/// The common protocol of closed enumerations.
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
