import ApusDiagnostics

/// What the user decides about the generated code.
package struct PlanOptions: Sendable {
    package enum Access: String, Sendable, CaseIterable {
        case `public`, package, `internal`
    }

    package enum Part: String, Sendable, CaseIterable {
        case models, validators, client, server, samples
    }

    /// What is generated unless the user says otherwise.
    package static let standardParts: Set<Part> = [.models, .validators, .client, .server]

    package enum ValidatorScope: String, Sendable, CaseIterable {
        /// Validators for what a request can hold: a server decodes only what validated.
        case requests
        /// Validators for every declaration, so that a client can check answers too.
        case all
    }

    package enum FormatScope: String, Sendable, CaseIterable {
        /// A `format` is asserted where the Swift type can hold no other text.
        case typed
        /// Every `format` that the runtime knows is asserted.
        case all
    }

    package enum EnumStyle: String, Sendable, CaseIterable {
        /// Values that the document does not list are kept.
        case open
        /// Values that the document does not list are decoding errors.
        case closed
    }

    package enum Grouping: String, Sendable, CaseIterable {
        /// By tags where a document has very many operations.
        case auto
        /// A file and a server protocol for each tag.
        case tags
        case none
    }

    package enum Namespace: Sendable, Equatable {
        case none
        /// Named for the document's title: `OpenHands`.
        case title
        case named(String)
    }

    /// The base of `OpenHandsClient` and `OpenHandsAPI`; from the document's title where absent.
    package var apiName: String?
    /// The module that the code is compiled into: no type takes its name.
    package var moduleName: String?
    package var access: Access
    /// The enum that holds all declarations, where several documents share a module.
    package var namespace: Namespace
    package var parts: Set<Part>
    /// Into how many files the declarations of each part are divided.
    package var shards: Int
    package var validators: ValidatorScope
    package var formats: FormatScope
    package var enums: EnumStyle
    /// Names that the user pins: a JSON pointer into the document, or an operation id, to a Swift name.
    package var names: [String: String]
    /// Types that stand for what the document has: a JSON pointer to a component or `format:` and a format's name, to a
    /// Swift type that is `JSONCodable`.
    package var types: [String: ExternalType]
    /// The locations of the keys of `names` and `types` in apus.yaml, where pins that match nothing are reported.
    package var pinLocations: [String: SourceLocation] = [:]
    package var filter = OperationFilter()
    package var grouping = Grouping.auto
    /// Whether the names of the files were promised before the document was read: then they are not named for tags.
    package var hasFixedFiles = false

    package init(
        apiName: String? = nil,
        moduleName: String? = nil,
        access: Access = .public,
        namespace: Namespace = .none,
        parts: Set<Part> = Self.standardParts,
        shards: Int = 1,
        validators: ValidatorScope = .requests,
        formats: FormatScope = .typed,
        enums: EnumStyle = .open,
        names: [String: String] = [:],
        types: [String: ExternalType] = [:]
    ) {
        self.apiName = apiName
        self.moduleName = moduleName
        self.access = access
        self.namespace = namespace
        self.parts = parts
        self.shards = shards
        self.validators = validators
        self.formats = formats
        self.enums = enums
        self.names = names
        self.types = types
    }
}
