import ApusDiagnostics
import ApusOpenAPI
import ApusRuntime

extension SchemaPlanner {
    /// Reports the keywords of a schema that nothing generated honours.
    func reportKeywords(of schema: Schema) {
        reportFormat(of: schema)
        for (keyword, defect, isThere) in Self.unhonoured where isThere(schema) {
            diagnostics.report(
                defect,
                "`\(keyword)` is not honoured: values are neither typed nor validated by it",
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

    /// A pattern is compiled as its validator will compile it, so that what cannot be is refused here.
    func reportPattern(_ pattern: String, at location: SourceLocation) {
        do throws(PatternError) {
            let compiled = try StringPattern(pattern)
            if !compiled.isLinear {
                let message =
                    "the pattern has back-references (or more look-arounds than 6): it is tried branch by branch, up to a bound"
                diagnostics.report(.patternNotLinear, message, at: location)
            } else if compiled.width > Self.widthLimit {
                let message =
                    "a text may be in thousands of places of the pattern at once: a character of it may take \(compiled.width) ns"
                diagnostics.report(.patternNotLinear, message, at: location)
            }
        } catch {
            diagnostics.report(.patternTooLarge, error.description, at: location)
        }
    }

    /// Nanoseconds a character, which a pattern of domain names such as `^([a-z]{1,63}\.){1,127}[a-z]{2,63}$` may take.
    private static let widthLimit = 200

    private static let unhonoured: [(keyword: String, defect: Defect, isThere: @Sendable (Schema) -> Bool)] = [
        ("contentSchema", .contentSchemaNotHonoured, { $0.contentSchema != nil })
    ]
}
