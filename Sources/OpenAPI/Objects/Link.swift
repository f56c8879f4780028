import ApusYAML

/// An operation that can be called next with the values of a response. [Link Object]
package struct Link: Readable, Referenceable {
    static let kind = "link"
    package static let section = "links"
    package static var table: WritableKeyPath<ReferenceTable, [ByteExact: Self]> { \.links }

    package let operationRef: Located<String>?
    package let operationID: Located<String>?
    /// Constants or runtime expressions.
    package let parameters: OrderedMap<Node>
    package let requestBody: Node?
    package internal(set) var description: String?
    package let server: Server?
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        operationRef = object.value("operationRef")
        operationID = object.value("operationId")
        parameters = object.map("parameters")
        requestBody = object.value("requestBody")
        description = object.annotation("description")
        server = object.value("server")
        source = object.source
    }

    func check(in context: ReadingContext) { context.links.append(self) }
}
