/// One finding about an input: what is wrong and where, with further places that explain it.
package struct Diagnostic: Hashable, Sendable {
    package struct Note: Hashable, Sendable {
        package let message: String
        package let location: SourceLocation

        package init(message: String, location: SourceLocation) {
            self.message = message
            self.location = location
        }
    }

    package let defect: Defect
    package let message: String
    package let location: SourceLocation
    package let notes: [Note]
    /// Set by the collector, which knows how findings are weighed.
    package internal(set) var severity: Severity

    package init(defect: Defect, message: String, location: SourceLocation, notes: [Note] = []) {
        self.defect = defect
        self.message = message
        self.location = location
        self.notes = notes
        severity = Weighing.generation.severity(of: defect)
    }
}

/// Thrown when a stage cannot continue; reported by the code that runs the stage.
extension Diagnostic: Error {}
