import ApusDiagnostics
import ApusOpenAPI

extension SchemaPlanner {
    /// Reports the keywords of a schema that nothing generated honours.
    func reportKeywords(of schema: Schema) {
        for (keyword, isThere) in Self.unhonoured where isThere(schema) {
            diagnostics.report(
                .keywordNotHonoured,
                "`\(keyword)` is not honoured: values are neither typed nor validated by it",
                at: schema.location(of: keyword)
            )
        }
    }

    private static let unhonoured: [(keyword: String, isThere: @Sendable (Schema) -> Bool)] = [
        ("pattern", { $0.pattern != nil }),
        ("patternProperties", { !$0.patternProperties.isEmpty }),
        ("contentSchema", { $0.contentSchema != nil }),
        ("contentMediaType", { $0.contentMediaType != nil }),
        ("readOnly", { $0.readOnly }),
        ("writeOnly", { $0.writeOnly }),
        ("xml", { $0.xml != nil }),
    ]
}
