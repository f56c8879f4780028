import ApusOpenAPI

/// What responses must not repeat: values that are `writeOnly` or have the format `password`.
struct Secrets {
    private let document: Document
    /// The schemas with secret properties, and the names of these properties.
    private let holders: [(schema: Schema, names: [String])]
    private let nothing: SchemaReach

    init(_ document: Document) {
        self.document = document
        nothing = SchemaReach(document: document)
        holders = document.schemas.compactMap { schema in
            let names = schema.properties.filter { Self.contains($0.value, in: document) }.map(\.key)
            return names.isEmpty ? nil : (schema, names)
        }
    }

    /// The names of the parameters and properties that contain a secret in requests of an operation.
    func names(in operation: Operation, of item: PathItem) -> [String] {
        var reach = nothing
        if !holders.isEmpty { reach.add(requestsOf: operation, in: item) }
        let properties = holders.filter { reach.contains($0.schema) }.flatMap(\.names)
        let parameters = (item.parameters + operation.parameters).compactMap { document.resolve($0) }.filter {
            parameter in
            (parameter.schema ?? parameter.content.first?.value.schema).map(contains) ?? false
        }
        return Set(properties + parameters.map(\.name)).sorted()
    }

    /// Whether a value is a secret, or a list or map of secrets. The members of an object are considered one by one.
    func contains(_ schema: Schema) -> Bool { Self.contains(schema, in: document) }

    private static func contains(_ schema: Schema, in document: Document) -> Bool {
        var seen: Set<ObjectIdentifier> = []
        var pending = [schema]
        while let schema = pending.popLast() {
            guard seen.insert(ObjectIdentifier(schema)).inserted else { continue }
            if schema.writeOnly || schema.format == "password" { return true }
            let target = document.target(of: schema)
            if target !== schema { pending.append(target) }
            pending += schema.prefixItems + schema.allOf + schema.anyOf + schema.oneOf
            pending += schema.patternProperties.map(\.value)
            pending += [schema.items, schema.additionalProperties, schema.unevaluatedProperties].compactMap { $0 }
        }
        return false
    }
}
