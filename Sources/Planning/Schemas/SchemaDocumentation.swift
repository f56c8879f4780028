import ApusOpenAPI
import ApusYAML

/// The documentation in schemas.
extension SchemaPlanner {
    /// The documentation of a declaration. A title that only repeats its name, or that FastAPI generated, is left out.
    func documentation(of schema: Schema, called name: String) -> [String] {
        let title = schema.title.flatMap { title in
            FastAPINames.isDerived(title: title, from: name) || FastAPINames.isResponseTitle(title) ? nil : title
        }
        return Documentation.paragraphs(
            Documentation.paragraphs(schema.description ?? title, schema.contentNote),
            fields: [Documentation.seeAlso(schema.externalDocs)]
        )
    }

    /// The documentation of a member.
    func documentation(of schema: Schema, default node: Node? = nil) -> [String] {
        let access: String? =
            switch document.access(of: schema) {
            case .both: nil
            case .readOnly: "Read-only: in answers."
            case .writeOnly: "Write-only: in requests."
            }
        let content = schema.contentNote
        let texts = Documentation.paragraphs(
            schema.description, content, access, schema.deprecated ? "Deprecated." : nil
        )
        return Documentation.paragraphs(
            Documentation.paragraphs(texts, default: node),
            fields: [Documentation.seeAlso(schema.externalDocs)]
        )
    }
}

extension Schema {
    /// `Contains image/png, encoded in base64url.`
    var contentNote: String? {
        let encoding = contentEncoding.flatMap { $0 == "base64" ? nil : $0 }
        switch (contentMediaType, encoding) {
        case (nil, nil): return nil
        case (let type?, nil): return "Contains `\(type)`."
        case (nil, let encoding?): return "Encoded in `\(encoding)`."
        case (let type?, let encoding?): return "Contains `\(type)`, encoded in `\(encoding)`."
        }
    }
}
