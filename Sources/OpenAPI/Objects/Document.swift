import ApusDiagnostics

/// The whole description of an API. [OpenAPI Object]
package struct Document: SpecificationObject {
    /// The version whose rules the document was written for.
    package let version: SpecificationVersion
    /// The `openapi` field as written, e.g. `3.0.3`.
    package let versionText: String
    /// The name of the document's file as the user gave it.
    package let sourceName: String
    /// `$self`: the document's own URI.
    package let selfURI: String?
    package let info: Info
    package let jsonSchemaDialect: String?
    package let servers: [Server]
    /// In document order; a `$ref` of a path item is followed, and the fields beside it override those of the target.
    package internal(set) var paths: [Path]
    package internal(set) var webhooks: OrderedMap<PathItem>
    package internal(set) var components: Components
    package let security: [SecurityRequirement]
    package let tags: [Tag]
    package let externalDocs: ExternalDocumentation?
    package let source: ObjectSource

    /// Every schema that was read, including inline ones, each once, children before their parents.
    package internal(set) var schemas: [Schema]
    /// Every path item that was read, including those of webhooks, callbacks and components, in document order.
    package internal(set) var pathItems: [PathItem]
    var links: [Link]
    /// The objects that the document's references refer to.
    let references: ReferenceTable
}
