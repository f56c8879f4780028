import ApusDiagnostics
import ApusYAML

/// A `$ref`. [Reference Object]
package struct Reference: Sendable {
    /// As in the document.
    package let text: String
    /// The text, resolved against its file and the `$id`s around it; `#/...` within the document itself. References with the same
    /// URI have the same target.
    package let uri: String
    package let location: SourceLocation
    package let summary: String?
    package let description: String?

    var key: ByteExact { ByteExact(uri) }

    init(
        _ text: String,
        uri: String,
        at location: SourceLocation,
        summary: String? = nil,
        description: String? = nil
    ) {
        self.text = text
        self.uri = uri
        self.location = location
        self.summary = summary
        self.description = description
    }
}

/// An object or a reference to one.
package enum Referenced<Object: Referenceable>: Sendable {
    case value(Object)
    case reference(Reference)
}

extension Referenced: NodeReadable where Object: Readable {
    static func read(_ node: Node, in context: ReadingContext) -> Self? {
        guard node["$ref"] != nil else { return Object.read(node, in: context).map(Self.value) }
        let reference = context.read(node, as: "reference") { object -> Reference? in
            guard let text: Located<String> = object.value("$ref") else { return nil }
            defer { object.ignoreRest() }
            return Reference(
                text.value,
                uri: context.resolver.absoluteURI(text.value, at: text.location),
                at: text.location,
                summary: object.annotation("summary"),
                description: object.annotation("description")
            )
        }
        guard let reference else { return nil }
        context.resolver.require(reference, as: Object.self)
        return .reference(reference)
    }
}

/// The `$ref` of a schema, which is one keyword among others.
struct SchemaReference: NodeReadable {
    let reference: Reference

    static func read(_ node: Node, in context: ReadingContext) -> Self? {
        guard let text = String.read(node, in: context) else { return nil }
        let uri = context.resolver.absoluteURI(text, at: node.location)
        let reference = Reference(text, uri: uri, at: node.location)
        context.resolver.requireSchema(reference)
        return Self(reference: reference)
    }
}
