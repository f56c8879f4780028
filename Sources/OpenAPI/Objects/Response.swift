/// A response to a request. [Response Object]
package struct Response: Readable, Referenceable {
    static let kind = "response"
    package static let section = "responses"
    package static var table: WritableKeyPath<ReferenceTable, [ByteExact: Self]> { \.responses }

    package internal(set) var summary: String?
    package internal(set) var description: String?
    package let headers: OrderedMap<Referenced<Header>>
    package let content: OrderedMap<MediaType>
    package let links: OrderedMap<Referenced<Link>>
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        summary = object.annotation("summary", since: .v32)
        description = object.expected("description", before: .v32)
        headers = object.map("headers")
        content = object.content()
        links = object.map("links")
        source = object.source
    }
}
