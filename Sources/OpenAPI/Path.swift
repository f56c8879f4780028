import ApusDiagnostics

/// One entry of `paths`. [Paths Object]
package struct Path: Sendable {
    /// E.g. `/pets/{id}`.
    package let template: String
    /// Where the template stands.
    package let location: SourceLocation
    package let item: PathItem
}
