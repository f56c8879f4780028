import ApusDiagnostics
import ApusOpenAPI
import ApusRuntime

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
                    "a text may be in \(compiled.width) places of the pattern at once: long ones are refused when a bound of steps is reached"
                diagnostics.report(.patternNotLinear, message, at: location)
            }
        } catch {
            diagnostics.report(.patternTooLarge, error.description, at: location)
        }
    }

    /// Of these, ten thousand characters stay below the bound.
    private static let widthLimit = 100

    private static let unhonoured: [(keyword: String, isThere: @Sendable (Schema) -> Bool)] = [
        ("contentSchema", { $0.contentSchema != nil })
    ]
}
