// All integer types, which are exact: a value that does not fit is an error and is never truncated.

extension JSONDecodable where Self: FixedWidthInteger {
    @inlinable public init(json: borrowing JSONView) throws(JSONError) { self = try json.integer(Self.self) }
    public static var jsonShape: JSONShape { .integer }
}

extension JSONEncodable where Self: FixedWidthInteger {
    @inlinable
    public func write(to writer: inout JSONWriter) {
        if Self.isSigned { writer.write(signed: Int64(self)) } else { writer.write(unsigned: UInt64(self)) }
    }
}

extension Int: JSONCodable {}
extension Int8: JSONCodable {}
extension Int16: JSONCodable {}
extension Int32: JSONCodable {}
extension Int64: JSONCodable {}
extension UInt: JSONCodable {}
extension UInt8: JSONCodable {}
extension UInt16: JSONCodable {}
extension UInt32: JSONCodable {}
extension UInt64: JSONCodable {}
