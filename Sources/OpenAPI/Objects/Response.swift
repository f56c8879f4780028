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

    /// The header fields that the response may have, each once: the names of fields do not differ by case.
    package var declaredHeaders: [OrderedMap<Referenced<Header>>.Entry] {
        namedHeaders.filter { !$0.isRepeated }.map(\.entry)
    }

    /// Entries whose name differs from that of an earlier one only by case.
    package var repeatedHeaders: [OrderedMap<Referenced<Header>>.Entry] {
        namedHeaders.filter(\.isRepeated).map(\.entry)
    }

    /// "If a response header is defined with the name "Content-Type", it SHALL be ignored."
    private var namedHeaders: [(entry: OrderedMap<Referenced<Header>>.Entry, isRepeated: Bool)] {
        var seen: Set<String> = ["content-type"]
        return headers.filter { $0.key.lowercased() != "content-type" }.map { entry in
            (entry, !seen.insert(entry.key.lowercased()).inserted)
        }
    }
}
