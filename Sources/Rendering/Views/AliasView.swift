import ApusPlanning

struct AliasView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    var type: String
    /// The declarations of its schema, which Swift cannot nest in an alias.
    var nested: [Code]

    static let schema = ViewSchema<Self>(
        "alias",
        [
            .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
            .text("type", \.type), .codes("nested", \.nested),
        ]
    )
}

extension ModelViews {
    func alias(_ type: TypeReference, of declaration: Declaration, nested: [Code]) -> AliasView {
        AliasView(
            documentation: documentation(declaration),
            access: access,
            name: Escaping.identifier(declaration.name),
            type: types.text(type, in: declaration.parent),
            nested: nested
        )
    }
}
