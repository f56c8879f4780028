import ApusDiagnostics
import ApusPlanning

/// The user's settings, from `apus.yaml` or flags. `nil` means not set.
package struct Configuration: Sendable, Equatable {
    /// The OpenAPI document: the committed SDK's plugin and `apus generate --config apus.yaml` take it from here.
    package var document: String?
    /// Several documents whose sources share a folder and a module, each in a namespace of its own.
    package var documents: [DocumentEntry]?
    /// Overlays that are applied to the document before anything is planned, one after the other.
    package var overlays: [String]?
    /// The folder for the generated sources.
    package var output: String?
    /// Folders outside the document's own folder that its `$ref`s may lead to.
    package var folders: [String]?
    /// Folders that stand for URLs in `$ref`s, keyed by the beginning of the URLs.
    package var urls: [String: String]?
    /// Whether a `$ref` may lead only to files that a build knows of, whatever `folders` and `urls` say.
    package var isSealed = false
    /// The base of the generated names `OpenHandsClient` and `OpenHandsAPI`.
    package var api: String?
    package var module: String?
    package var namespace: String?
    /// Whether everything is nested in an enum named after the document if `namespace` is not set: a target of the build tool
    /// plugin may contain other code, whose names the generated names must not collide with.
    package var isNested = false
    package var access: PlanOptions.Access?
    package var emit: Set<PlanOptions.Part>?
    /// A folder of templates that replace the built-in ones of the same name.
    package var templates: String?
    /// The number of files that each part is divided into. All of them are written, whatever the document contains.
    package var shards: Int?
    package var validators: PlanOptions.ValidatorScope?
    package var formats: PlanOptions.FormatScope?
    package var enums: PlanOptions.EnumStyle?
    package var names: [String: String]?
    package var types: [String: ExternalType]?
    /// The locations of the keys in `names` and `types`.
    package var pinLocations: [String: SourceLocation] = [:]
    package var include: OperationFilter.Selection?
    package var exclude: OperationFilter.Selection?
    package var group: PlanOptions.Grouping?
    /// The beginning of the files' names.
    package var filePrefix: String?
    /// Whether warnings are errors.
    package var isStrict: Bool?
    /// Whether to continue with what could be understood of a document that has errors.
    package var allowsErrors: Bool?

    /// More files than this bring no gain on any machine, and each costs a start of the compiler.
    package static let shardRange = 1...256

    package init() {}

    /// The paths of the documents.
    package var documentPaths: [String] {
        documents?.compactMap(\.configuration.document) ?? [document].compactMap { $0 }
    }

    package var referenceFolders: ReferenceFolders {
        var result = ReferenceFolders()
        result.allowed = folders ?? []
        result.urls = urls ?? [:]
        result.isSealed = isSealed
        return result
    }

    /// Flags over `apus.yaml`: the flags take precedence.
    package func overridden(by flags: Configuration) -> Configuration {
        var result = self
        result.document = flags.document ?? document
        // A document that the flags name is generated alone.
        result.documents = flags.documents ?? (flags.document == nil ? documents : nil)
        result.overlays = flags.overlays ?? overlays
        result.filePrefix = flags.filePrefix ?? filePrefix
        result.output = flags.output ?? output
        result.folders = flags.folders ?? folders
        result.urls = flags.urls ?? urls
        result.isSealed = flags.isSealed || isSealed
        result.api = flags.api ?? api
        result.module = flags.module ?? module
        result.namespace = flags.namespace ?? namespace
        result.isNested = flags.isNested || isNested
        result.access = flags.access ?? access
        result.emit = flags.emit ?? emit
        result.templates = flags.templates ?? templates
        result.shards = flags.shards ?? shards
        result.validators = flags.validators ?? validators
        result.formats = flags.formats ?? formats
        result.enums = flags.enums ?? enums
        result.names = flags.names ?? names
        result.types = flags.types ?? types
        result.pinLocations.merge(flags.pinLocations) { $1 }
        result.include = flags.include ?? include
        result.exclude = flags.exclude ?? exclude
        result.group = flags.group ?? group
        result.isStrict = flags.isStrict ?? isStrict
        result.allowsErrors = flags.allowsErrors ?? allowsErrors
        return result
    }
}

extension Configuration {
    /// One of several documents: its settings take precedence over those for all documents.
    package struct DocumentEntry: Sendable, Equatable {
        package var configuration: Configuration
        package var location: SourceLocation
    }
}
