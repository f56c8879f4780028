import ApusOpenAPI
import ApusYAML

/// What discriminators call the schemas that they choose among.
enum Discriminators {
    /// By schema, then by property: `Cat` has `petType: Cat`.
    static func values(in document: Document) -> [ObjectIdentifier: [String: String]] {
        var values: [ObjectIdentifier: [String: String]] = [:]
        for base in document.schemas {
            guard let discriminator = base.discriminator else { continue }
            let mapped = discriminator.mapping.compactMap { document.schema(at: $0.value) }
            let heirs = document.components.schemas.map(\.value).filter { schema in
                schema.allOf.contains { document.target(of: $0) === base }
            }
            for schema in mapped + base.oneOf + base.anyOf + heirs {
                guard let (key, value) = value(of: base, for: schema, in: document) else { continue }
                let target = ObjectIdentifier(document.target(of: schema))
                values[target, default: [:]].merge([key: value]) { first, _ in first }
            }
        }
        return values
    }

    /// The values that a member lists for the property.
    static func stated(of schema: Schema, key: String, in document: Document, depth: Int = 0) -> Set<String> {
        guard depth < 64 else { return [] }
        if let property = schema.properties[key].map(document.target) {
            let values = property.constant.map { [$0] } ?? property.enumeration ?? []
            return Set(values.compactMap(\.string))
        }
        let bases = schema.allOf.map(document.target)
        return bases.lazy.map { stated(of: $0, key: key, in: document, depth: depth + 1) }.first { !$0.isEmpty } ?? []
    }

    /// What the discriminator's property says of a value of one of the members.
    static func value(of base: Schema, for member: Schema, in document: Document) -> (key: String, value: String)? {
        guard let discriminator = base.discriminator else { return nil }
        let target = document.target(of: member)
        let mapped = discriminator.mapping.first { document.schema(at: $0.value) === target }?.key
        guard let value = mapped ?? document.implicitName(of: target) else { return nil }
        return (discriminator.propertyName.value, value)
    }
}
