import ApusYAML

/// A header of a response or of a part: a parameter whose name and location are known. [Header Object]
package struct Header: Readable, Referenceable {
    static let kind = "header"
    package static let section = "headers"
    package static var table: WritableKeyPath<ReferenceTable, [ByteExact: Self]> { \.headers }

    package internal(set) var description: String?
    package let required: Bool
    package let deprecated: Bool
    package let serialization: Serialization
    package let schema: Schema?
    package let content: OrderedMap<MediaType>
    package let example: Node?
    package let examples: OrderedMap<Referenced<Example>>
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        description = object.annotation("description")
        required = object.flag("required")
        deprecated = object.flag("deprecated")
        serialization = Serialization(from: &object, at: .header, of: "header parameters")
        schema = object.value("schema")
        content = object.content()
        example = object.value("example")
        examples = object.examples()
        source = object.source
    }
}
