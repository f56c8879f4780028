/// An enumeration of strings that may grow: a value the document does not name is kept as it is.
public protocol StringEnum: OpenEnumeration where RawValue == String {}

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
}

/// An enumeration of strings that has no other values than those the document names.
public protocol ClosedStringEnum: RawRepresentable<String>, JSONCodable, Codable, Hashable, Sendable, CaseIterable {}

extension ClosedStringEnum {
    @inlinable
    public init(json: borrowing JSONView) throws(JSONError) {
        let text = try String(json: json)
        guard let value = Self(rawValue: text) else { throw json.unknownCase() }
        self = value
    }

    @inlinable
    public func write(to writer: inout JSONWriter) { writer.write(string: rawValue) }

    public static var jsonShape: JSONShape { .string }
}

extension JSONView {
    @usableFromInline
    @inline(never)
    func unknownCase() -> JSONError { JSONError(.unknownCase(text), at: self) }
}
