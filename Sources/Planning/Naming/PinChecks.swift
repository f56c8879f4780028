import ApusDiagnostics
import ApusOpenAPI

/// Reports pinned names and types that match nothing in the document: they are misspelt, or a new version of the document no longer
/// has what they were for.
package struct PinChecks {
    private let document: Document
    private let options: PlanOptions
    private let diagnostics: Diagnostics

    /// - Parameter document: The whole document, including what filters leave out.
    package init(document: Document, options: PlanOptions, diagnostics: Diagnostics) {
        self.document = document
        self.options = options
        self.diagnostics = diagnostics
    }

    package func check() {
        let components = document.components.schemas.keys.map { Self.components + $0 }
        let operations = document.pathItems.flatMap(\.operations).compactMap { $0.operationID?.value }
        let formats = Set(document.schemas.compactMap(\.format)).map { Self.format + $0 }
        for key in options.names.keys.sorted() {
            let known = key.hasPrefix("#") ? components : operations
            report(key, "names", isKnown: known.contains(key), among: known)
        }
        for key in options.types.keys.sorted() {
            let isFormat = key.hasPrefix(Self.format)
            let isKnown = isFormat ? formats.contains(key) : document.schema(at: key) != nil
            report(key, "types", isKnown: isKnown, among: isFormat ? formats.sorted() : components)
        }
    }

    private func report(_ key: String, _ setting: String, isKnown: Bool, among known: [String]) {
        guard !isKnown, let location = options.pinLocations[key] else { return }
        diagnostics.report(
            .unknownPin, "'\(key)' in `\(setting)` matches nothing in the document\(hint(key, among: known))",
            at: location)
    }

    private static let components = "#/components/schemas/"
    private static let format = "format:"
}

/// `; did you mean 'listPets'?`, or nothing.
func hint(_ text: String, among known: [String]) -> String {
    nearest(to: text, among: known).map { "; did you mean '\($0)'?" } ?? ""
}
