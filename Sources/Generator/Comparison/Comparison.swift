import ApusDiagnostics
import ApusOpenAPI
import ApusPlanning
import ApusRendering

/// The changes in a new version of a document, on the wire and in the generated Swift.
package struct Comparison: Sendable {
    /// Those on the wire, then those in Swift.
    package var changes: [Change]

    package var breaking: Int { changes.count { $0.level == .breaking } }
    package var compatible: Int { changes.count { $0.level == .compatible } }
}

extension Pipeline {
    /// Compares two documents; `nil`, with the reasons in `diagnostics`, if one of them has errors.
    package func compare(_ old: SourceFile, _ new: SourceFile) -> Comparison? {
        guard let old = document(in: old), let new = document(in: new), !diagnostics.hasErrors else { return nil }
        var wire = WireComparison(old: old, new: new)
        wire.compare()
        let (oldPlan, newPlan) = (plan(old), plan(new))
        guard !diagnostics.hasErrors else { return nil }
        let symbols = SymbolComparison(old: SwiftSymbols(oldPlan).all, new: SwiftSymbols(newPlan).all)
        return Comparison(changes: wire.changes + symbols.changes)
    }
}
