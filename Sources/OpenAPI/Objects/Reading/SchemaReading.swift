import ApusYAML

extension Schema: NodeReadable {
    static let kind = "schema"
    static let section = "schemas"

    static func read(_ node: Node, in context: ReadingContext) -> Schema? {
        switch node.value {
        case .bool(let value):
            return context.schema(at: node.location) {
                context.read(Mapping(), at: node.location, as: kind) { Schema(boolean: value, from: &$0) }
            }
        case .mapping(let fields):
            return context.schema(at: node.location) {
                let outer = context.resolver.draft
                defer { context.resolver.draft = outer }
                if let dialect = fields["$schema"]?.string { context.resolver.draft = HistoricDraft(dialect: dialect) }
                let meant = context.resolver.draft?.meaning(of: fields) ?? fields
                let upgraded = SchemaUpgrade.upgrade(meant, in: context)
                let schema = context.read(upgraded, at: node.location, as: kind) { Schema(boolean: nil, from: &$0) }
                schema?.check(in: context)
                return schema
            }
        case .null, .number, .string, .sequence:
            return context.wrongType(node, expected: "a schema")
        }
    }
}

extension Schema {
    /// Whether the schema asserts nothing, so that any value is valid: `true`, `{}`, `{title: T}`.
    package var isEmpty: Bool {
        guard let boolean else { return source.fields.entries.allSatisfy { SchemaUpgrade.isAnnotation($0.key) } }
        return boolean
    }

    /// Whether a keyword says something about a value without restricting it.
    package static func isAnnotation(_ keyword: String) -> Bool { SchemaUpgrade.isAnnotation(keyword) }
}
