import ApusDiagnostics
import ApusYAML

extension Document {
    /// Checks the rules between the document's objects. Rules about a single object are checked when it is read.
    package func check(_ diagnostics: Diagnostics) {
        let checker = DocumentChecker(document: self, diagnostics: diagnostics)
        checker.checkContent()
        checker.checkPaths()
        checker.checkOperations()
        checker.checkSecurity(security)
        checker.checkTags()
        checker.checkComponentNames()
        checker.checkCycles()
    }
}

/// Each check has a file of its own, with what it reports.
struct DocumentChecker {
    let document: Document
    let diagnostics: Diagnostics

    /// "The OpenAPI Description MUST contain at least one paths field, components field, or webhooks field" [3.1.1];
    /// 3.0 requires `paths`, which may be empty.
    func checkContent() {
        let fields = document.source.fields
        if document.version <= .v30 {
            guard fields["paths"] == nil else { return }
            diagnostics.report(.incompleteObject, "the document has no 'paths'", at: document.location)
        } else if ["paths", "components", "webhooks"].allSatisfy({ fields[$0] == nil }) {
            let message = "the document has none of 'paths', 'components' and 'webhooks'"
            diagnostics.report(.emptyDocument, message, at: document.location)
        }
    }

    /// A tag's parent "MUST exist in the API description" [3.2, Tag Object].
    func checkTags() {
        let names = Set(document.tags.map(\.name))
        for tag in document.tags {
            guard let parent = tag.parent, !names.contains(parent) else { continue }
            diagnostics.report(.unknownTagParent, "there is no tag named '\(parent)'", at: tag.location(of: "parent"))
        }
    }

    /// "All the fixed fields declared above are objects that MUST use keys that match the regular expression:
    /// ^[a-zA-Z0-9\.\-_]+$" [Components Object]
    func checkComponentNames() {
        for section in document.components.source.fields.entries where !section.key.hasPrefix("x-") {
            for component in section.value.mapping?.entries ?? [] where !Self.isComponentName(component.key) {
                let message = "'\(component.key)' has characters other than letters, digits, '.', '-' and '_'"
                diagnostics.report(.invalidComponentName, message, at: component.keyLocation)
            }
        }
    }

    private static func isComponentName(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                switch $0 {
                case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": true
                default: false
                }
            }
    }
}
