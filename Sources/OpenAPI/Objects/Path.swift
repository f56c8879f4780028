import ApusDiagnostics

/// One entry of `paths`. [Paths Object]
package struct Path: Sendable {
    /// E.g. `/pets/{id}`.
    package let template: String
    /// The location of the template.
    package let location: SourceLocation
    package let item: PathItem

    package init(template: String, location: SourceLocation, item: PathItem) {
        self.template = template
        self.location = location
        self.item = item
    }
}
