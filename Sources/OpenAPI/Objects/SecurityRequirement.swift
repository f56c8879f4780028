import ApusDiagnostics
import ApusYAML

/// One sufficient set of security schemes; an empty one allows anonymous requests. [Security Requirement Object]
package struct SecurityRequirement: Readable {
    static let kind = "security requirement"

    /// By the name of a component or, since 3.2, by URI. All of them must hold. The values are scopes or roles.
    package let schemes: OrderedMap<[String]>
    /// Whether a scheme that nobody defines stands for what cannot be read.
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

    /// A demand that cannot be read is still one: what stands for it is a scheme that nobody defines.
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

/// A field `security`. Nothing in it becomes less of a demand because it is malformed.
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

/// What a scheme is asked for; a malformed list asks for the scheme alone.
private struct Scopes {
    let names: [String]

    static func read(_ node: Node, in context: ReadingContext) -> Self {
        Self(names: [String].read(node, in: context) ?? [])
    }
}
