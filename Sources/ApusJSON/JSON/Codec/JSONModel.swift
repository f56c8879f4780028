/// A JSON object with known members. Generated models conform with one line per property:
///
///     public init(json object: inout JSONObjectReader) throws(JSONError) { title = try object.required("title") }
///     public func write(to object: inout JSONObjectWriter) { object.write("title", title) }
///
/// Conformance to `Codable` is included: see <doc:JSONAndCodable>.
public protocol JSONModel: JSONCodable, Codable, Hashable, Sendable {
    /// Reads the members, one call per property.
    ///
    /// - Throws: ``JSONError`` with the path to the first member that is missing or does not fit.
    init(json object: inout JSONObjectReader) throws(JSONError)
    /// Writes the members, one call per property.
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

    public static var jsonShape: JSONShape { .anyObject }
}
