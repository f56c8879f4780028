/// A generated `multipart/form-data` body: one property per part (RFC 7578).
public protocol MultipartModel: Sendable {
    /// How properties with a style are written: `"size": .object(.deepObject, explode: true)`. Each other property is one part or,
    /// if it is an array, one part per element.
    static var encoding: [String: FormEncoding] { get }

    /// Reads the form's parts.
    ///
    /// - Throws: ``JSONError`` whose path begins with the name of the part that is missing or does not fit.
    init(form: inout MultipartReader) throws(JSONError)

    /// Writes the form's parts, one call per property.
    func write(to form: inout MultipartWriter)
}

extension MultipartModel {
    /// No property has a style.
    public static var encoding: [String: FormEncoding] { [:] }
}
