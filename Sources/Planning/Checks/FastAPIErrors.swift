import ApusOpenAPI

/// What a document's responses to invalid input share with FastAPI's `HTTPValidationError`.
enum FastAPIErrors {
    static func areDeclared(in document: Document) -> Bool { !entries(in: document).isEmpty }

    /// The style in which the document's servers report errors.
    static func style(of document: Document) -> ErrorStyle {
        let entries = entries(in: document)
        if entries.isEmpty { return .problem }
        let declares = { (member: String) in entries.allSatisfy { $0.properties[member] != nil } }
        return .httpValidationError(FastAPIDetails(hasInput: declares("input"), hasContext: declares("ctx")))
    }

    /// The schemas of the entries of `detail`: `{loc, msg, type}` and possibly more.
    private static func entries(in document: Document) -> [Schema] {
        document.paths.flatMap(\.item.operations).compactMap { operation in
            guard let response = operation.responses["422"].flatMap({ document.resolve($0) }),
                let schema = response.content["application/json"]?.schema
            else { return nil }
            return entry(document.target(of: schema), in: document)
        }
    }

    private static func entry(_ schema: Schema, in document: Document) -> Schema? {
        guard let detail = schema.properties["detail"], let items = document.target(of: detail).items else {
            return nil
        }
        let entry = document.target(of: items)
        return ["loc", "msg", "type"].allSatisfy { entry.properties[$0] != nil } ? entry : nil
    }
}
