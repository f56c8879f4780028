/// The body of a request. [Request Body Object]
package struct RequestBody: Readable, Referenceable {
    static let kind = "request body"
    package static let section = "requestBodies"
    package static var table: WritableKeyPath<ReferenceTable, [ByteExact: Self]> { \.requestBodies }

    package internal(set) var description: String?
    /// Keyed by media type or range: `application/json`, `text/*`.
    package let content: OrderedMap<MediaType>
    package let required: Bool
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        description = object.annotation("description")
        content = object.content(isExpected: true)
        required = object.flag("required")
        source = object.source
    }
}
