/// One sufficient set of security schemes; an empty one allows anonymous requests. [Security Requirement Object]
package struct SecurityRequirement: Readable {
    static let kind = "security requirement"

    /// By the name of a component or, since 3.2, by URI. All of them must hold. The values are scopes or roles.
    package let schemes: OrderedMap<[String]>
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        schemes = object.entries()
        source = object.source
    }

    func check(in context: ReadingContext) {
        for scheme in schemes where context.version >= .v32 && scheme.key.contains("/") {
            let uri = context.resolver.absoluteURI(scheme.key, at: scheme.location)
            context.resolver.require(Reference(scheme.key, uri: uri, at: scheme.location), as: SecurityScheme.self)
        }
    }
}
