import ApusDiagnostics
import ApusYAML

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

    /// The locations for which a style is allowed [Style Values].
    fileprivate var places: [Parameter.Location] {
        switch self {
        case .matrix, .label: [.path]
        case .simple: [.path, .header]
        case .form: [.query, .cookie]
        case .spaceDelimited, .pipeDelimited, .deepObject: [.query]
        case .cookie: [.cookie]
        }
    }
}

/// `style` and `explode` of a parameter, a header or a property of a form.
package struct Serialization: Sendable {
    /// `nil` if the document says nothing, or what the location does not allow.
    package let declaredStyle: ParameterStyle?
    package let declaredExplode: Bool?
    private let place: Parameter.Location

    package var style: ParameterStyle { declaredStyle ?? .default(for: place) }
    package var explode: Bool { declaredExplode ?? style.explodesByDefault }

    package var isDeclared: Bool { declaredStyle != nil || declaredExplode != nil }
    /// Whether values are written as without both fields.
    package var isDefault: Bool {
        let standard = ParameterStyle.default(for: place)
        return style == standard && explode == standard.explodesByDefault
    }

    /// The defaults of a location.
    init(at place: Parameter.Location) { (declaredStyle, declaredExplode, self.place) = (nil, nil, place) }

    /// `owners` have the fields: `query parameters`.
    init(from object: inout ObjectReader, at place: Parameter.Location, of owners: String) {
        self.place = place
        let style: ParameterStyle? = object.value("style")
        declaredExplode = object.value("explode")
        declaredStyle = style.flatMap { $0.places.contains(place) ? $0 : nil }
        guard let style, declaredStyle == nil else { return }
        let message = "\(owners) cannot have the style '\(style.rawValue)'; the default is used"
        let location = object.source.fields.entry("style")?.keyLocation ?? object.source.location
        object.context.report(.invalidStyle, message, at: location)
    }
}
