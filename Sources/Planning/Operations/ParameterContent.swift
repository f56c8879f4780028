import ApusDiagnostics
import ApusOpenAPI

/// How a parameter's value becomes a string: by its style, or by the media type of its `content`.
struct ParameterContent {
    /// `nil` if any string is valid.
    var schema: Schema?
    /// The type of the values if there is no schema.
    var typeWithoutSchema = TypeReference.builtin(.string)
    /// The style, if it differs from the location's default.
    var style: StylePlan?
    var queryFormat: QueryFormat?
    var allowsReserved = false

    init(_ parameter: Parameter, schemas: SchemaPlanner, diagnostics: Diagnostics) {
        guard parameter.schema == nil, let content = parameter.content.first else {
            schema = parameter.schema
            style = parameter.serialization.isDefault ? nil : StylePlan(parameter.serialization)
            // Reserved characters matter only where values are percent-encoded, which headers and the style `cookie` are not.
            let isCoded = parameter.in != .header && parameter.serialization.style != .cookie
            allowsReserved = parameter.allowReserved && isCoded
            return
        }
        let isWhole = parameter.in == .querystring
        let plan = ContentPlan(mediaType: content.key)
        switch plan.kind.parameter {
        case .json where !plan.mediaType.contains("*"):
            schema = content.value.schema
            typeWithoutSchema = .builtin(.json)
            if isWhole { queryFormat = .json } else { style = StylePlan(name: "json") }
        case .form where isWhole:
            schema = content.value.schema
            typeWithoutSchema = .builtin(.json)
            queryFormat = .form(FormEncodings(shapes: schemas.shapes, diagnostics: diagnostics).plan(content.value))
        case .text:
            schema = content.value.schema.flatMap { Self.isScalar($0, in: schemas.document) ? $0 : nil }
            if isWhole { queryFormat = .text }
        case nil, .json, .form:
            if isWhole { queryFormat = .text }
            diagnostics.report(
                .unsupportedParameter,
                "`\(parameter.name)`: `\(content.key)` in a parameter is passed on as a string, unchanged",
                at: content.location
            )
        }
    }

    private static func isScalar(_ schema: Schema, in document: Document) -> Bool {
        let types = document.target(of: schema).types ?? []
        return !types.isEmpty && !types.contains(.array) && !types.contains(.object)
    }
}

extension StylePlan {
    init(_ serialization: Serialization) {
        self.init(name: serialization.style.rawValue, explode: serialization.explode)
    }
}
