/// The targets of a document's references, keyed by URI. The table is filled during reading, so that a `Document` never changes.
package struct ReferenceTable: Sendable {
    var schemas: [ByteExact: Schema] = [:]
    var responses: [ByteExact: Response] = [:]
    var parameters: [ByteExact: Parameter] = [:]
    var examples: [ByteExact: Example] = [:]
    var requestBodies: [ByteExact: RequestBody] = [:]
    var headers: [ByteExact: Header] = [:]
    var securitySchemes: [ByteExact: SecurityScheme] = [:]
    var links: [ByteExact: Link] = [:]
    var callbacks: [ByteExact: Callback] = [:]
    var pathItems: [ByteExact: PathItem] = [:]
    /// The pointers of the schemas that are components or targets of references.
    var pointers: [ObjectIdentifier: String] = [:]
    /// The keys of components, and the names that the schemas of other files have there.
    var names: [ObjectIdentifier: String] = [:]
    /// Schemas of other files that are components of the document.
    var claimed: Set<ObjectIdentifier> = []
}

/// An object that a reference can stand for.
package protocol Referenceable: SpecificationObject {
    /// The field of `components` that contains objects of this kind.
    static var section: String { get }
    /// Where the targets of its references are kept.
    static var table: WritableKeyPath<ReferenceTable, [ByteExact: Self]> { get }
}
