import ApusYAML

/// JSON's types, with integers as a type of their own.
package enum SchemaType: String, Choice {
    case null, boolean, integer, number, string, array, object
}

/// The value of `type`: one word or, since 3.1, several.
struct TypeList: NodeReadable {
    let types: [SchemaType]

    /// In YAML the word needs quotes that are easily forgotten: `type: [string, null]`.
    static var takesNull: Bool { true }

    static func read(_ node: Node, in context: ReadingContext) -> Self? {
        let words = node.sequence ?? [node]
        let types = words.compactMap { word -> SchemaType? in
            guard word.isNull else { return Chosen.read(word, in: context)?.value }
            context.reportLoose(word, as: "null", expected: "a string")
            return .null
        }
        return types.isEmpty ? nil : Self(types: types)
    }
}
