import ApusDiagnostics

/// One difference between two versions of a document.
package struct Change: Sendable {
    package enum Level: String, Sendable {
        /// Something that worked before may fail now.
        case breaking
        case compatible
    }

    /// The table of differences, with the identifiers at the end of their lines.
    package enum Kind: String, CaseIterable, Sendable {
        // On the wire.
        case operationRemoved = "operation-removed"
        case operationAdded = "operation-added"
        case operationDeprecated = "operation-deprecated"
        case webhookRemoved = "webhook-removed"
        case webhookAdded = "webhook-added"
        case parameterRemoved = "parameter-removed"
        case parameterAdded = "parameter-added"
        case parameterStyle = "parameter-style"
        case presence
        case bodyRemoved = "body-removed"
        case bodyAdded = "body-added"
        case mediaTypeRemoved = "media-type-removed"
        case mediaTypeAdded = "media-type-added"
        case statusRemoved = "status-removed"
        case statusAdded = "status-added"
        case headerRemoved = "header-removed"
        case headerAdded = "header-added"
        case credentials
        case propertyRemoved = "property-removed"
        case propertyAdded = "property-added"
        case type
        case format
        case valueRemoved = "value-removed"
        case valueAdded = "value-added"
        case constant
        case `default`
        case bounds
        case pattern
        case assertion
        case memberRemoved = "member-removed"
        case memberAdded = "member-added"
        // In the generated Swift.
        case symbolRemoved = "symbol-removed"
        case symbolAdded = "symbol-added"
        case symbolChanged = "symbol-changed"
        case argumentRequired = "argument-required"

        package var isOfSwift: Bool {
            switch self {
            case .symbolRemoved, .symbolAdded, .symbolChanged, .argumentRequired: true
            case _: false
            }
        }
    }

    package var level: Level
    package var kind: Kind
    package var message: String
    /// In the new document, or in the old one if something was removed.
    package var location: SourceLocation
}
