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
        reportPattern(of: schema)
    }

    /// A pattern is compiled as its validator will compile it, so that what cannot be is refused here.
    private func reportPattern(of schema: Schema) {
        guard let pattern = schema.pattern else { return }
        if !checksPattern(schema) {
            let message = "`pattern` is not honoured beside a `$ref`, an `enum` or a `const`, or without `type: string`"
            return diagnostics.report(.keywordNotHonoured, message, at: pattern.location)
        }
        do throws(PatternError) {
            if try StringPattern(pattern.value).isLinear { return }
            let message =
                "the pattern has back-references (or more look-arounds than 6): it is tried branch by branch, up to a bound"
            diagnostics.report(.patternNotLinear, message, at: pattern.location)
        } catch {
            diagnostics.report(.patternTooLarge, error.description, at: pattern.location)
        }
    }

    private func checksPattern(_ schema: Schema) -> Bool {
        let isConstant = schema.enumeration != nil || schema.constant != nil
        return schema.types?.contains(.string) == true && schema.reference == nil && !isConstant
    }

    private static let unhonoured: [(keyword: String, isThere: @Sendable (Schema) -> Bool)] = [
        ("not", { $0.not != nil }),
        ("if", { $0.if != nil }),
        ("contains", { $0.contains != nil }),
        ("prefixItems", { !$0.prefixItems.isEmpty }),
        ("unevaluatedItems", { $0.unevaluatedItems != nil }),
        ("unevaluatedProperties", { $0.unevaluatedProperties != nil }),
        ("patternProperties", { !$0.patternProperties.isEmpty }),
        ("dependentRequired", { !$0.dependentRequired.isEmpty }),
        ("dependentSchemas", { !$0.dependentSchemas.isEmpty }),
        ("contentSchema", { $0.contentSchema != nil }),
        ("contentMediaType", { $0.contentMediaType != nil }),
        ("readOnly", { $0.readOnly }),
        ("writeOnly", { $0.writeOnly }),
        ("xml", { $0.xml != nil }),
        ("$dynamicRef", { $0.dynamicReference != nil }),
    ]
}
