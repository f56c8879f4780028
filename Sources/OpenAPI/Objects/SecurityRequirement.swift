import ApusDiagnostics
import ApusYAML

/// One sufficient set of security schemes; an empty one allows anonymous requests. [Security Requirement Object]
package struct SecurityRequirement: Readable {
    static let kind = "security requirement"

    /// Keyed by the name of a component or, since 3.2, by URI. All of them must be satisfied. The values are scopes or roles.
    package let schemes: OrderedMap<[String]>
    /// Whether an undefined scheme stands for a requirement that cannot be read.
    let isUnreadable: Bool
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        // The object has no extensions: `x-api-key` is the name of a scheme.
        let entries = object.source.fields.entries.compactMap { entry in
            object.take(entry.key).map { node in (entry, Scopes.read(node, in: object.context)) }
        }
        schemes = OrderedMap(entries.map { .init(key: $0.key, location: $0.keyLocation, value: $1.names) })
        isUnreadable = false
        source = object.source
    }

    /// A requirement that cannot be read is still a requirement: an undefined scheme stands for it.
    fileprivate init(unreadable node: Node) {
        schemes = OrderedMap([.init(key: "security", location: node.location, value: [])])
        isUnreadable = true
        source = ObjectSource(location: node.location, fields: Mapping())
    }

    func check(in context: ReadingContext) {
        for scheme in schemes where context.version >= .v32 && scheme.key.contains("/") {
            let uri = context.resolver.absoluteURI(scheme.key, at: scheme.location)
            context.resolver.require(Reference(scheme.key, uri: uri, at: scheme.location), as: SecurityScheme.self)
        }
    }
}

/// A field `security`. A malformed requirement in it is still a requirement.
struct SecurityRequirements: NodeReadable {
    let requirements: [SecurityRequirement]

    static func read(_ node: Node, in context: ReadingContext) -> Self? {
        guard let elements = node.sequence else {
            let unreadable: Self? = context.wrongType(node, expected: "a sequence")
            return unreadable ?? Self(requirements: [SecurityRequirement(unreadable: node)])
        }
        return Self(
            requirements: elements.map {
                SecurityRequirement.read($0, in: context) ?? SecurityRequirement(unreadable: $0)
            }
        )
    }
}

/// The scopes that are required of a scheme; a malformed list requires only the scheme.
private struct Scopes {
    let names: [String]

    static func read(_ node: Node, in context: ReadingContext) -> Self {
        Self(names: [String].read(node, in: context) ?? [])
    }
}
