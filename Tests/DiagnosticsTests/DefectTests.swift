import ApusDiagnostics
import Testing

struct DefectTests {
    @Test(arguments: Defect.allCases)
    func aRowIsWellFormed(_ defect: Defect) {
        #expect(defect.identifier == kebabCase("\(defect)"))
        #expect(defect.explanation.first?.isUppercase == true || defect.explanation.first == "`")
        #expect(defect.explanation.hasSuffix("."))
        #expect(Defect(identifier: defect.identifier) == defect)
    }

    @Test func anUnknownIdentifierNamesNoDefect() {
        #expect(Defect(identifier: "no-such-defect") == nil)
    }

    @Test(arguments: [
        (Defect.yamlSyntax, Severity.error, Severity.error, Severity.error),
        (.emptyEnum, .warning, .warning, .error),
        (.unusedPathParameter, .warning, .error, .error),
        (.loosePath, .warning, .error, .error),
        (.unsupportedKeyword, .warning, .warning, .error),
        (.nameCollision, .note, .note, .note),
    ])
    func whatItWeighsDependsOnWhatIsAsked(
        _ defect: Defect, generation: Severity, validation: Severity, strict: Severity
    ) {
        #expect(Weighing.generation.severity(of: defect) == generation)
        #expect(Weighing.validation.severity(of: defect) == validation)
        #expect(Weighing.strict.severity(of: defect) == strict)
    }

    @Test func anExplanationSaysWhatTheCommandsDo() {
        #expect(
            Defect.emptyEnum.fullExplanation == """
                empty-enum

                An `enum` has no values.

                Rule: JSON Schema Validation, section 6.1.2 (SHOULD)
                apus generate: warning; what is affected is left out, or generated as far as it can be right (with --strict: error)
                apus validate: warning
                """)
        #expect(Defect.list.split(separator: "\n").count == Defect.allCases.count)
    }

    /// `duplicateKey` -> `duplicate-key`
    private func kebabCase(_ name: String) -> String {
        name.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
    }
}
