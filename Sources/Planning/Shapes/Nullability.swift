import ApusOpenAPI
import ApusYAML

/// Determines whether null is one of a schema's values.
enum Nullability {
    /// `{type: null}`, `{enum: [null]}`, `{const: null}`, or a reference to one of them.
    static func isNull(_ schema: Schema, in document: Document) -> Bool {
        let target = document.target(of: schema)
        if target.types == [.null] { return true }
        if let values = target.enumeration, !values.isEmpty { return values.allSatisfy(\.isNull) }
        return target.constant?.isNull ?? false
    }

    /// Whether null is allowed along with other values.
    static func isNullable(_ schema: Schema, in document: Document, depth: Int = 0) -> Bool {
        guard depth < 64 else { return false }
        if let types = schema.types, types.contains(.null), types.count > 1 { return true }
        if let values = schema.enumeration, values.contains(where: \.isNull), !isNull(schema, in: document) {
            return true
        }
        if let reference = schema.reference, let target = document.schema(at: reference) {
            return isNullable(target, in: document, depth: depth + 1)
        }
        let alternatives = schema.anyOf.isEmpty ? schema.oneOf : schema.anyOf
        if alternatives.count > 1, alternatives.contains(where: { isNull($0, in: document) }) { return true }
        if schema.allOf.count == 1 { return isNullable(schema.allOf[0], in: document, depth: depth + 1) }
        return false
    }
}

extension Document {
    /// The schema to which a chain of references leads.
    func target(of schema: Schema) -> Schema {
        var current = schema
        for _ in 0..<64 {
            guard let reference = current.reference, let target = self.schema(at: reference) else { break }
            current = target
        }
        return current
    }
}
