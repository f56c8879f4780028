import ApusYAML

/// The operations of one path. [Path Item Object]
package struct PathItem: Readable, Referenceable {
    static let kind = "path item"
    package static let section = "pathItems"
    package static var table: WritableKeyPath<ReferenceTable, [ByteExact: Self]> { \.pathItems }

    package let summary: String?
    package let description: String?
    package let servers: [Server]
    package let parameters: [Referenced<Parameter>]
    /// In document order, including those of `additionalOperations`.
    package internal(set) var operations: [Operation]
    package let source: ObjectSource

    /// The fixed fields that contain an operation; the methods are their names in capitals.
    private static let methods: [String: SpecificationVersion] = [
        "get": .v20, "put": .v20, "post": .v20, "delete": .v20, "options": .v20, "head": .v20, "patch": .v20,
        "trace": .v30, "query": .v32,
    ]

    init(from object: inout ObjectReader) {
        summary = object.annotation("summary")
        description = object.annotation("description")
        servers = object.list("servers")
        parameters = object.list("parameters")
        var operations: [Operation] = []
        for entry in object.source.fields.entries {
            if let since = Self.methods[entry.key], let node = object.take(entry.key, since: since) {
                let method = entry.key.uppercased()
                if let operation = Operation.read(node, method: method, in: object.context) {
                    operations.append(operation)
                }
            } else if entry.key == "additionalOperations" {
                let additional: OrderedMap<Node> = object.map(entry.key, since: .v32)
                operations += additional.compactMap {
                    Operation.read($0.value, method: $0.key, in: object.context)
                }
            }
        }
        self.operations = operations
        source = object.source
    }

    func check(in context: ReadingContext) { context.add(self) }
}
