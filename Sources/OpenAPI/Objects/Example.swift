import ApusYAML

/// An example of a value. [Example Object]
package struct Example: Readable, Referenceable {
    static let kind = "example"
    package static let section = "examples"
    package static var table: WritableKeyPath<ReferenceTable, [ByteExact: Self]> { \.examples }

    package internal(set) var summary: String?
    package internal(set) var description: String?
    package let dataValue: Node?
    package let serializedValue: String?
    package let externalValue: String?
    package let value: Node?
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        summary = object.annotation("summary")
        description = object.annotation("description")
        dataValue = object.value("dataValue", since: .v32)
        serializedValue = object.value("serializedValue", since: .v32)
        externalValue = object.value("externalValue")
        value = object.value("value")
        source = object.source
    }
}

extension ObjectReader {
    /// The `examples` of a parameter, header or media type. If they are in a list, as in JSON Schema, they are numbered.
    mutating func examples() -> OrderedMap<Referenced<Example>> {
        let examples: ExampleMap? = annotation("examples")
        return examples?.map ?? OrderedMap()
    }
}

private struct ExampleMap: NodeReadable {
    let map: OrderedMap<Referenced<Example>>

    static func read(_ node: Node, in context: ReadingContext) -> Self? {
        guard let list = node.sequence else { return OrderedMap.read(node, in: context).map { Self(map: $0) } }
        context.reportLoose(node, as: "numbered examples", expected: "a mapping")
        let entries = zip(1..., list).compactMap { number, node in
            Referenced<Example>.read(node, in: context).map {
                OrderedMap.Entry(key: "\(number)", location: node.location, value: $0)
            }
        }
        return Self(map: OrderedMap(entries))
    }
}
