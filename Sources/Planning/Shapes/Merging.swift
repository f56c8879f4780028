import ApusOpenAPI
import ApusYAML

extension Document {
    /// Whether the members of a schema's `allOf` only add properties, each of them once, so that one object with all of them
    /// asserts the same.
    func isMergeable(_ schema: Schema) -> Bool {
        var keys: [String: Schema] = [:]
        var seen: Set<ObjectIdentifier> = []
        return isMergeable(schema, &keys, &seen, depth: 0)
    }

    private func isMergeable(
        _ schema: Schema, _ keys: inout [String: Schema], _ seen: inout Set<ObjectIdentifier>, depth: Int
    ) -> Bool {
        guard depth < 64, schema.boolean != false else { return false }
        guard seen.insert(ObjectIdentifier(schema)).inserted else { return true }
        if let reference = schema.reference {
            guard schema.onlyHas(["$ref"]), let target = self.schema(at: reference) else { return false }
            return isMergeable(target, &keys, &seen, depth: depth + 1)
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
        return schema.allOf.allSatisfy { isMergeable($0, &keys, &seen, depth: depth + 1) }
    }

    /// The keys that a mergeable schema requires.
    func requiredKeys(of schema: Schema) -> [String] {
        var keys: [String] = []
        var seen: Set<ObjectIdentifier> = []
        func add(_ schema: Schema, depth: Int) {
            guard depth < 64, seen.insert(ObjectIdentifier(schema)).inserted else { return }
            keys += schema.required.map(\.value)
            let target = schema.reference.flatMap { self.schema(at: $0) }
            for included in schema.allOf + [target].compactMap({ $0 }) { add(included, depth: depth + 1) }
        }
        add(schema, depth: 0)
        return keys
    }
}

extension Schema {
    /// Whether all that a schema asserts is in these keywords.
    func onlyHas(_ keywords: Set<String>) -> Bool {
        source.fields.entries.allSatisfy { keywords.contains($0.key) || Schema.isAnnotation($0.key) }
    }
}
