import ApusDiagnostics
import Testing

/// Every row of the table has the form `severity identifier: Explanation.`
struct DefectTests {
    @Test(arguments: Defect.allCases)
    func `a row is well formed`(_ defect: Defect) {
        #expect(defect.rawValue == "\(defect.severity.rawValue) \(defect.identifier): \(defect.explanation)")
        #expect(defect.identifier == kebabCase("\(defect)"))
        #expect(defect.explanation.first?.isUppercase == true || defect.explanation.first == "`")
        #expect(defect.explanation.hasSuffix("."))
        #expect(Defect(identifier: defect.identifier) == defect)
    }

    @Test func `an unknown identifier names no defect`() {
        #expect(Defect(identifier: "no-such-defect") == nil)
    }

    /// `duplicateKey` -> `duplicate-key`
    private func kebabCase(_ name: String) -> String {
        name.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
    }
}
