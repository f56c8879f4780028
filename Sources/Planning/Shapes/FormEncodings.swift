import ApusDiagnostics
import ApusOpenAPI

/// How the properties of an `application/x-www-form-urlencoded` form are written.
///
/// "If style, explode or allowReserved is present, contentType is ignored"; else its default is `application/json` for objects and
/// text for everything else; for an array, it depends on its items. [Encoding Object]
struct FormEncodings {
    let shapes: Shapes
    let diagnostics: Diagnostics

    /// The encodings of the properties that are not written as text.
    func plan(_ media: MediaType) -> [FormEncodingPlan] {
        let properties = media.schema.flatMap { shapes.formShape(of: $0) }?.members ?? []
        for entry in media.encoding where !properties.contains(where: { $0.key == entry.key }) {
            diagnostics.report(
                .unsupportedMediaType, "the form has no property `\(entry.key)`", at: entry.location
            )
        }
        return properties.compactMap { property in
            let encoding = media.encoding[property.key]
            return content(of: property.schema, encoding).map { FormEncodingPlan(key: property.key, content: $0) }
        }
    }

    /// The keys of the lists that are required.
    func requiredLists(_ media: MediaType) -> [String] {
        let properties = media.schema.flatMap { shapes.formShape(of: $0) }?.members ?? []
        return properties.filter { property in
            guard property.isRequired else { return false }
            return switch kind(of: property.schema) {
            case .list, .listOfContainers: true
            case .scalar, .object: false
            }
        }.map(\.key)
    }

    private func content(of schema: Schema, _ encoding: Encoding?) -> FormEncodingPlan.Content? {
        let kind = kind(of: schema)
        guard let encoding, encoding.serialization.isDeclared || encoding.allowReserved else {
            if let type = encoding?.contentType { return isJSON(type) ? .json : nil }
            return kind == .object || kind == .listOfContainers ? .json : nil
        }
        let plan = StylePlan(encoding.serialization)
        switch kind {
        case .scalar: return encoding.allowReserved ? .reserved : nil
        case .list, .listOfContainers: return .list(plan, allowsReserved: encoding.allowReserved)
        case .object: return .object(plan, allowsReserved: encoding.allowReserved)
        }
    }

    enum PartStyle: Equatable {
        /// Written as without a style: as one part, or as one part for each element.
        case usual
        case written(FormEncodingPlan.Content)
        case unsupported
    }

    /// How `style` and `explode` determine a part of `multipart/form-data`.
    func style(ofPart schema: Schema, _ encoding: Encoding, isFile: Bool) -> PartStyle {
        let serialization = encoding.serialization
        guard serialization.isDeclared else { return .usual }
        let (explode, plan) = (serialization.explode, StylePlan(serialization))
        let isUsual = serialization.isDefault
        if isFile { return isUsual ? .usual : .unsupported }
        let isDeep = serialization.style == .deepObject
        switch kind(of: schema) {
        case .scalar: return isUsual || isText(schema) ? .usual : .unsupported
        case .list where isDeep, .listOfContainers where isDeep: return .written(.list(plan, allowsReserved: false))
        case .list where explode, .listOfContainers where explode: return .usual
        case .list: return .written(.list(plan, allowsReserved: false))
        case .object where isDeep || !explode: return .written(.object(plan, allowsReserved: false))
        // Nested elements cannot be written like this; the members of an object would be taken for those of the form.
        case .listOfContainers, .object: return .unsupported
        }
    }

    /// Whether every value is a single string.
    private func isText(_ schema: Schema) -> Bool {
        switch shapes.resolvedShape(of: schema) {
        case .builtin, .flexibleNumber, .enumeration: true
        case .any, .never, .external, .reference, .union, .array, .tuple, .structure, .dictionary: false
        }
    }

    private enum Kind {
        case scalar, list, listOfContainers, object
    }

    private func kind(of schema: Schema) -> Kind {
        switch shapes.resolvedShape(of: schema) {
        case .array(let items):
            switch items.map(shapes.resolvedShape) {
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
