import ApusDiagnostics
import ApusOpenAPI

extension SchemaPlanner {
    /// Reports the keywords of a schema that generated code ignores.
    func reportKeywords(of schema: Schema) {
        reportFormat(of: schema)
        for (keyword, defect, isThere) in Self.unsupported where isThere(schema) {
            diagnostics.report(
                defect,
                "`\(keyword)` is ignored: values are neither typed nor validated according to it",
                at: schema.location(of: keyword)
            )
        }
    }

    private func reportFormat(of schema: Schema) {
        guard let format = schema.format, let intended = Formats.intended(by: format) else { return }
        diagnostics.report(
            .unknownFormat, "the format '\(format)' is unknown; did you mean '\(intended)'?",
            at: schema.location(of: "format"))
    }

    private static let unsupported: [(keyword: String, defect: Defect, isThere: @Sendable (Schema) -> Bool)] = [
        ("contentSchema", .unsupportedContentSchema, { $0.contentSchema != nil })
    ]
}
