/// How a form writes one of its properties: an entry of a media type's `encoding`.
///
/// Without one, a string, number or boolean is written as it is, and an array's elements one by one. Multipart forms
/// (``MultipartModel/encoding``) have ``list(_:explode:allowReserved:)`` and ``object(_:explode:allowReserved:)``, whose items are
/// parts.
public struct FormEncoding: Sendable, Hashable {
    enum Content: Sendable, Hashable {
        case text, list, object, json
    }

    let content: Content
    let style: ParameterStyle
    let explode: Bool
    var allowReserved = false

    /// JSON text, separately for each element of an array: `contentType: application/json`.
    public static let json = Self(content: .json, style: .json, explode: false)

    /// One value, whose reserved characters stay as they are: `allowReserved`.
    public static let reserved = Self(content: .text, style: .form, explode: true, allowReserved: true)

    /// An array in a style: `tags=a,b` for `.form` if it is not exploded.
    public static func list(_ style: ParameterStyle, explode: Bool, allowReserved: Bool = false) -> Self {
        Self(content: .list, style: style, explode: explode, allowReserved: allowReserved)
    }

    /// An object in a style: `size[width]=1` for `.deepObject`.
    public static func object(_ style: ParameterStyle, explode: Bool, allowReserved: Bool = false) -> Self {
        Self(content: .object, style: style, explode: explode, allowReserved: allowReserved)
    }
}
