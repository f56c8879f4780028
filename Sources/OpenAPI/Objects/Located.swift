import ApusDiagnostics

/// A value with its location in the document.
package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    package let location: SourceLocation

    package init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }
}

extension SourceLocation {
    package func isBefore(_ other: SourceLocation) -> Bool {
        (file.rawValue, line, column) < (other.file.rawValue, other.line, other.column)
    }
}
