/// What the references of a document name, by URI. Filled while reading, so that a `Document` never changes.
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
    /// The pointers of the schemas that are components or that references name.
    var pointers: [ObjectIdentifier: String] = [:]
    /// The keys of components, and what the schemas of other files are called there.
    var names: [ObjectIdentifier: String] = [:]
    /// Schemas of other files that are components of the document.
    var claimed: Set<ObjectIdentifier> = []
}

/// An object for which a reference can stand.
package protocol Referenceable: SpecificationObject {
    /// The field of `components` that holds objects of this kind.
    static var section: String { get }
    /// Where the targets of its references are kept.
    static var table: WritableKeyPath<ReferenceTable, [ByteExact: Self]> { get }
}
