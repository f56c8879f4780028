// Every integer type, each exact: what does not fit is an error, never cut off.

extension Int: JSONCodable {
    @inlinable public init(json: borrowing JSONView) throws(JSONError) { self = try json.integer(Self.self) }
    @inlinable public func write(to writer: inout JSONWriter) { writer.write(signed: Int64(self)) }
    public static var jsonShape: JSONShape { .integer }
}

extension Int8: JSONCodable {
    @inlinable public init(json: borrowing JSONView) throws(JSONError) { self = try json.integer(Self.self) }
    @inlinable public func write(to writer: inout JSONWriter) { writer.write(signed: Int64(self)) }
    public static var jsonShape: JSONShape { .integer }
}

extension Int16: JSONCodable {
    @inlinable public init(json: borrowing JSONView) throws(JSONError) { self = try json.integer(Self.self) }
    @inlinable public func write(to writer: inout JSONWriter) { writer.write(signed: Int64(self)) }
    public static var jsonShape: JSONShape { .integer }
}

extension Int32: JSONCodable {
    @inlinable public init(json: borrowing JSONView) throws(JSONError) { self = try json.integer(Self.self) }
    @inlinable public func write(to writer: inout JSONWriter) { writer.write(signed: Int64(self)) }
    public static var jsonShape: JSONShape { .integer }
}

extension Int64: JSONCodable {
    @inlinable public init(json: borrowing JSONView) throws(JSONError) { self = try json.integer(Self.self) }
    @inlinable public func write(to writer: inout JSONWriter) { writer.write(signed: Int64(self)) }
    public static var jsonShape: JSONShape { .integer }
}

extension UInt: JSONCodable {
    @inlinable public init(json: borrowing JSONView) throws(JSONError) { self = try json.integer(Self.self) }
    @inlinable public func write(to writer: inout JSONWriter) { writer.write(unsigned: UInt64(self)) }
    public static var jsonShape: JSONShape { .integer }
}

extension UInt8: JSONCodable {
    @inlinable public init(json: borrowing JSONView) throws(JSONError) { self = try json.integer(Self.self) }
    @inlinable public func write(to writer: inout JSONWriter) { writer.write(unsigned: UInt64(self)) }
    public static var jsonShape: JSONShape { .integer }
}

extension UInt16: JSONCodable {
    @inlinable public init(json: borrowing JSONView) throws(JSONError) { self = try json.integer(Self.self) }
    @inlinable public func write(to writer: inout JSONWriter) { writer.write(unsigned: UInt64(self)) }
    public static var jsonShape: JSONShape { .integer }
}

extension UInt32: JSONCodable {
    @inlinable public init(json: borrowing JSONView) throws(JSONError) { self = try json.integer(Self.self) }
    @inlinable public func write(to writer: inout JSONWriter) { writer.write(unsigned: UInt64(self)) }
    public static var jsonShape: JSONShape { .integer }
}

extension UInt64: JSONCodable {
    @inlinable public init(json: borrowing JSONView) throws(JSONError) { self = try json.integer(Self.self) }
    @inlinable public func write(to writer: inout JSONWriter) { writer.write(unsigned: UInt64(self)) }
    public static var jsonShape: JSONShape { .integer }
}
