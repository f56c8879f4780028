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
    /// Decided by the collector, which knows what findings are weighed for.
    package internal(set) var severity: Severity

    package init(defect: Defect, message: String, location: SourceLocation, notes: [Note] = []) {
        self.defect = defect
        self.message = message
        self.location = location
        self.notes = notes
        severity = Weighing.generation.severity(of: defect)
    }
}

/// Thrown where a stage cannot go on, reported by whoever runs the stage.
extension Diagnostic: Error {}
