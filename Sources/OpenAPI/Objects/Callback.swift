/// The requests that the server sends back to the client, keyed by runtime expression. [Callback Object]
package struct Callback: Readable, Referenceable {
    static let kind = "callback"
    package static let section = "callbacks"
    package static var table: WritableKeyPath<ReferenceTable, [ByteExact: Self]> { \.callbacks }

    package let expressions: OrderedMap<Referenced<PathItem>>
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        expressions = object.entries()
        source = object.source
    }
}
