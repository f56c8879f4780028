/// A JSON object with known members.
public protocol JSONModel: JSONCodable, Codable, Hashable, Sendable {
    init(json object: inout JSONObjectReader) throws(JSONError)
    func write(to object: inout JSONObjectWriter)
}

extension JSONModel {
    @inlinable
    public init(json: borrowing JSONView) throws(JSONError) {
        var object = try JSONObjectReader(json)
        try self.init(json: &object)
    }

    @inlinable
    public func write(to writer: inout JSONWriter) {
        var object = JSONObjectWriter(writer)
        write(to: &object)
        writer = object.finish()
    }

    public static var jsonShape: JSONShape { .object(.any) }
}
