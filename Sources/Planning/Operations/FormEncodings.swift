import ApusDiagnostics
import ApusOpenAPI

/// How the properties of an `application/x-www-form-urlencoded` form are written.
///
/// "If style, explode or allowReserved is present, contentType is ignored"; else its default is `application/json` for
/// objects and text for everything else, an array's for what it holds. [Encoding Object]
struct FormEncodings {
    let schemas: SchemaPlanner
    let diagnostics: Diagnostics

    /// Those that are not written as text.
    func plan(_ media: MediaType) -> [FormEncodingPlan] {
        let properties = media.schema.flatMap { schemas.formShape(of: $0) }?.members ?? []
        for entry in media.encoding where !properties.contains(where: { $0.key == entry.key }) {
            diagnostics.report(
                .mediaTypeNotHonoured, "the form has no property `\(entry.key)`", at: entry.location
            )
        }
        return properties.compactMap { property in
            let encoding = media.encoding[property.key]
            return content(of: property.schema, encoding).map { FormEncodingPlan(key: property.key, content: $0) }
        }
    }

    private func content(of schema: Schema, _ encoding: Encoding?) -> FormEncodingPlan.Content? {
        let kind = kind(of: schema)
        guard let encoding, encoding.style != nil || encoding.explode != nil || encoding.allowReserved else {
            if let type = encoding?.contentType { return isJSON(type) ? .json : nil }
            return kind == .object || kind == .listOfContainers ? .json : nil
        }
        let style = encoding.style ?? .form
        let plan = ParameterStyle(
            name: style.rawValue, explode: encoding.explode ?? style.explodesByDefault
        )
        switch kind {
        case .scalar: return encoding.allowReserved ? .reserved : nil
        case .list, .listOfContainers: return .list(plan, allowsReserved: encoding.allowReserved)
        case .object: return .object(plan, allowsReserved: encoding.allowReserved)
        }
    }

    private enum Kind {
        case scalar, list, listOfContainers, object
    }

    private func kind(of schema: Schema) -> Kind {
        switch schemas.resolvedShape(of: schema) {
        case .array(let items):
            switch items.map(schemas.resolvedShape) {
            case .array, .tuple, .structure, .dictionary: return .listOfContainers
            case nil, .any, .never, .builtin, .flexibleNumber, .external, .reference, .enumeration, .union: return .list
            }
        case .tuple: return .list
        case .structure, .dictionary: return .object
        case .any, .never, .builtin, .flexibleNumber, .external, .reference, .enumeration, .union: return .scalar
        }
    }

    private func isJSON(_ mediaType: String) -> Bool {
        let essence = MediaTypeChoice.essence(mediaType)
        return essence == "application/json" || essence.hasSuffix("+json")
    }
}
