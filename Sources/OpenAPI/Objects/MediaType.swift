import ApusYAML

/// The shape of a body in one media type. [Media Type Object]
package struct MediaType: Readable {
    static let kind = "media type"

    package let schema: Schema?
    /// Each item of a sequential media type, e.g. of server-sent events.
    package let itemSchema: Schema?
    package let example: Node?
    package let examples: OrderedMap<Referenced<Example>>
    /// Keyed by property name.
    package let encoding: OrderedMap<Encoding>
    /// By position.
    package let prefixEncoding: [Encoding]
    package let itemEncoding: Encoding?
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        schema = object.value("schema")
        itemSchema = object.value("itemSchema", since: .v32)
        example = object.value("example")
        examples = object.examples()
        encoding = object.map("encoding")
        prefixEncoding = object.list("prefixEncoding", since: .v32)
        itemEncoding = object.value("itemEncoding", since: .v32)
        source = object.source
    }
}

extension MediaType {
    /// A reference [3.2] is followed.
    static func read(_ node: Node, in context: ReadingContext) -> MediaType? {
        context.dereferencing(node, in: "mediaTypes") { node in
            context.mediaType(at: node.location) { context.read(node, as: kind) { MediaType(from: &$0) } }
        }
    }
}
