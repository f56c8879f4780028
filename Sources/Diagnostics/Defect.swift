/// The defects that Apus reports. Their levels and meanings are in ``row``.
///
/// Each diagnostic ends with the identifier in brackets. It stays the same between versions, since users search for it and silence
/// it by name. It is the case's name in kebab case, which a test checks.
package enum Defect: String, CaseIterable, Sendable {
    // The loader: bytes -> Node.
    case inputTooLarge = "input-too-large"
    case inputEmpty = "input-empty"
    case unsupportedEncoding = "unsupported-encoding"
    case invalidUtf8 = "invalid-utf8"
    case yamlSyntax = "yaml-syntax"
    case jsonSyntax = "json-syntax"
    case nestingTooDeep = "nesting-too-deep"
    case tooManyNodes = "too-many-nodes"
    case duplicateKey = "duplicate-key"
    case keyNotScalar = "key-not-scalar"
    case undefinedAlias = "undefined-alias"
    case recursiveAlias = "recursive-alias"
    case invalidMerge = "invalid-merge"
    case tagMismatch = "tag-mismatch"
    case unknownTag = "unknown-tag"
    case severalDocuments = "several-documents"
    case noEmbeddedDocument = "no-embedded-document"
    case severalEmbeddedDocuments = "several-embedded-documents"

    // Reading: Node -> Document.
    case notOpenapi = "not-openapi"
    case unsupportedVersion = "unsupported-version"
    case newerVersion = "newer-version"
    case missingField = "missing-field"
    case incompleteObject = "incomplete-object"
    case wrongType = "wrong-type"
    case malformedAnnotation = "malformed-annotation"
    case looseType = "loose-type"
    case nullField = "null-field"
    case unknownValue = "unknown-value"
    case valueOutOfRange = "value-out-of-range"
    case unknownField = "unknown-field"
    case unknownKeyword = "unknown-keyword"
    case newerField = "newer-field"
    case outdatedKeyword = "outdated-keyword"
    case misplacedReference = "misplaced-reference"
    case ignoredSibling = "ignored-sibling"
    case objectsTooDeep = "objects-too-deep"
    case unknownReference = "unknown-reference"
    case renamedReference = "renamed-reference"
    case wrongReference = "wrong-reference"
    case unreadableReference = "unreadable-reference"
    case referenceOutside = "reference-outside"
    case networkReference = "network-reference"
    case noEquivalent = "no-equivalent"
    case referenceCycle = "reference-cycle"

    // Checks of a document as a whole.
    case emptyDocument = "empty-document"
    case duplicateOperationId = "duplicate-operation-id"
    case duplicateParameter = "duplicate-parameter"
    case duplicatePath = "duplicate-path"
    case invalidPath = "invalid-path"
    case loosePath = "loose-path"
    case shadowedOperation = "shadowed-operation"
    case undeclaredPathParameter = "undeclared-path-parameter"
    case unusedPathParameter = "unused-path-parameter"
    case optionalPathParameter = "optional-path-parameter"
    case ambiguousParameter = "ambiguous-parameter"
    case shapelessParameter = "shapeless-parameter"
    case invalidPattern = "invalid-pattern"
    case foreignPattern = "foreign-pattern"
    case legacyPattern = "legacy-pattern"
    case unknownSecurityScheme = "unknown-security-scheme"
    case unknownDiscriminatorTarget = "unknown-discriminator-target"
    case endlessSchema = "endless-schema"
    case unboundedSchema = "unbounded-schema"
    case recursiveDiscriminator = "recursive-discriminator"
    case mismatchedValue = "mismatched-value"
    case unsatisfiable = "unsatisfiable"
    case emptyEnum = "empty-enum"
    case booleanRequired = "boolean-required"
    case repeatedEnumValue = "repeated-enum-value"
    case invalidMediaType = "invalid-media-type"
    case invalidStatus = "invalid-status"
    case invalidComponentName = "invalid-component-name"
    case invalidStyle = "invalid-style"
    case unknownOperation = "unknown-operation"
    case unknownTagParent = "unknown-tag-parent"
    case invalidServer = "invalid-server"
    case undefinedServerVariable = "undefined-server-variable"

    // The tool: configuration, templates and the output folder.
    case unreadableFile = "unreadable-file"
    case unknownConfigurationKey = "unknown-configuration-key"
    case invalidConfiguration = "invalid-configuration"
    case unknownFilter = "unknown-filter"
    case unknownPin = "unknown-pin"
    case invalidOverlay = "invalid-overlay"
    case unmatchedTarget = "unmatched-target"
    case invalidTemplate = "invalid-template"
    case foreignFile = "foreign-file"
    case editedFile = "edited-file"
    case unwritableOutput = "unwritable-output"

    // Planning: parts of a document that are read but have no effect on the output.
    case nameCollision = "name-collision"
    case unsupportedServer = "unsupported-server"
    case unsupportedMethod = "unsupported-method"
    case unsupportedMediaType = "unsupported-media-type"
    case bodyNotAllowed = "body-not-allowed"
    case unsupportedPrefixEncoding = "unsupported-prefix-encoding"
    case unsupportedItemEncoding = "unsupported-item-encoding"
    case unsupportedNestedEncoding = "unsupported-nested-encoding"
    case unsupportedNestedPrefixEncoding = "unsupported-nested-prefix-encoding"
    case unsupportedNestedItemEncoding = "unsupported-nested-item-encoding"
    case unsupportedContentSchema = "unsupported-content-schema"
    case unsupportedParameter = "unsupported-parameter"
    case unsupportedHeaders = "unsupported-headers"
    case unknownFormat = "unknown-format"
    case unsupportedKeyword = "unsupported-keyword"
    case patternNotLinear = "pattern-not-linear"
    case patternTooLarge = "pattern-too-large"
    case unsupportedDefault = "unsupported-default"
    case unsupportedSchema = "unsupported-schema"
    case unsupportedLink = "unsupported-link"
    case unsupportedCallbackUrl = "unsupported-callback-url"
    case invalidExample = "invalid-example"
    case noSample = "no-sample"
}

extension Defect {
    /// `duplicate-key`
    package var identifier: String { rawValue }

    package var level: Level { row.level }

    /// `A mapping contains the same key twice.`
    package var explanation: String { row.explanation }

    package var rule: Rule? { row.rule }

    /// Whether the document is valid, but the generated code does not support this part of it.
    package var isGap: Bool { level == .leftOut && rule == nil }

    package init?(identifier: String) { self.init(rawValue: identifier) }
}

extension Defect {
    /// What the defect means for the generated code.
    package enum Level: CaseIterable, Sendable {
        /// No correct code can be generated for the document. Nothing is written.
        case error
        /// One part cannot be correct. It is left out, or generated as far as it can be correct; everything else is generated.
        case leftOut
        /// The meaning is clear, and everything is generated.
        case warning
        /// Nothing is wrong.
        case note
    }

    /// The rule of a specification that a defect breaks.
    package struct Rule: Equatable, Sendable {
        /// `Operation Object` for OpenAPI, or another specification with its section.
        package let section: String
        /// Whether the rule is a MUST: a document that breaks it is not valid.
        package let isRequirement: Bool

        package static func must(_ section: String) -> Self { Self(section: section, isRequirement: true) }
        package static func should(_ section: String) -> Self { Self(section: section, isRequirement: false) }
    }

    /// A row of the table.
    package struct Row: Equatable, Sendable {
        package let level: Level
        package let explanation: String
        /// `nil` if no specification has a rule about it.
        package let rule: Rule?

        static func error(_ explanation: String, _ rule: Rule? = nil) -> Self {
            Self(level: .error, explanation: explanation, rule: rule)
        }

        static func leftOut(_ explanation: String, _ rule: Rule? = nil) -> Self {
            Self(level: .leftOut, explanation: explanation, rule: rule)
        }

        static func warning(_ explanation: String, _ rule: Rule? = nil) -> Self {
            Self(level: .warning, explanation: explanation, rule: rule)
        }

        static func note(_ explanation: String) -> Self { Self(level: .note, explanation: explanation, rule: nil) }
    }
}
