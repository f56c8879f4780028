import ApusOpenAPI
import ApusYAML

extension Document {
    /// Whether the members of a schema's `allOf` do nothing but give properties, each of which stands once, so that one
    /// object with all of them asserts the same.
    func isMergeable(_ schema: Schema) -> Bool {
        var keys: [String: Schema] = [:]
        return isMergeable(schema, &keys, depth: 0)
    }

    private func isMergeable(_ schema: Schema, _ keys: inout [String: Schema], depth: Int) -> Bool {
        guard depth < 64, schema.boolean != false else { return false }
        if let reference = schema.reference {
            guard schema.onlyHas(["$ref"]), let target = self.schema(at: reference) else { return false }
            return isMergeable(target, &keys, depth: depth + 1)
        }
        guard schema.onlyHas(["type", "properties", "required", "allOf", "additionalProperties", "discriminator"]),
            schema.types.map({ $0.contains(.object) }) ?? true, schema.additionalProperties?.boolean ?? true
        else { return false }
        for entry in schema.properties {
            guard keys[entry.key].map({ $0 === entry.value || $0.isEmpty || entry.value.isEmpty }) ?? true else {
                return false
            }
            keys[entry.key] = entry.value
        }
        return schema.allOf.allSatisfy { isMergeable($0, &keys, depth: depth + 1) }
    }

    /// The keys that a mergeable schema requires.
    func requiredKeys(of schema: Schema, depth: Int = 0) -> [String] {
        guard depth < 64 else { return [] }
        let target = schema.reference.flatMap { self.schema(at: $0) }
        return schema.required.map(\.value)
            + (schema.allOf + [target].compactMap { $0 }).flatMap { requiredKeys(of: $0, depth: depth + 1) }
    }
}

extension Schema {
    /// Whether all that a schema asserts is in these keywords.
    func onlyHas(_ keywords: Set<String>) -> Bool {
        source.fields.entries.allSatisfy { keywords.contains($0.key) || Schema.isAnnotation($0.key) }
    }
}
