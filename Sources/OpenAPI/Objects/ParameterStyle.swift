/// How a parameter, a header or a form field is written. [Style Values]
package enum ParameterStyle: String, Choice {
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie

    /// "Default values (based on value of in): for "query" - "form"; for "path" - "simple"; for "header" - "simple";
    /// for "cookie" - "form"".
    package static func `default`(for place: Parameter.Location) -> Self {
        switch place {
        case .path, .header: .simple
        case .query, .cookie, .querystring: .form
        }
    }

    /// "When style is "form" or "cookie", the default value is true. For all other styles, the default value is false."
    package var explodesByDefault: Bool { self == .form || self == .cookie }
}
