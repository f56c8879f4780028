import ApusOpenAPI
import ApusYAML

/// The examples that requests give for their bodies: they are examples of the bodies' schemas.
enum RequestExamples {
    static func values(in document: Document) -> [ObjectIdentifier: [Node]] {
        var values: [ObjectIdentifier: [Node]] = [:]
        for operation in document.paths.flatMap(\.item.operations) {
            guard let body = operation.requestBody.flatMap({ document.resolve($0) }) else { continue }
            for media in body.content {
                guard let schema = media.value.schema else { continue }
                values[ObjectIdentifier(document.target(of: schema)), default: []] +=
                    document.examples(media.value.example, media.value.examples)
                    .filter { $0.size <= SamplePlanner.exampleLimit }
            }
        }
        return values
    }
}

extension Document {
    /// The values of an object's `example` and `examples`.
    func examples(_ single: Node?, _ several: OrderedMap<Referenced<Example>>) -> [Node] {
        [single].compactMap { $0 }
            + several.compactMap { resolve($0.value) }.compactMap { $0.dataValue ?? $0.value }
    }
}
