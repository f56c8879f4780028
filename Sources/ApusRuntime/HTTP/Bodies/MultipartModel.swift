/// A generated `multipart/form-data` body: one property a part (RFC 7578).
public protocol MultipartModel: Sendable {
    /// How properties are written that have a style: `"size": .object(.deepObject, explode: true)`. The others are a part,
    /// or a part for each element of an array.
    static var encoding: [String: FormEncoding] { get }

    /// Reads the form's parts.
    ///
    /// - Throws: ``JSONError`` whose path begins with the name of the part that is missing or does not fit.
    init(form: inout MultipartReader) throws(JSONError)

    /// Writes the form's parts, one call a property.
    func write(to form: inout MultipartWriter)
}

extension MultipartModel {
    /// No property has a style.
    public static var encoding: [String: FormEncoding] { [:] }
}
