import ApusOpenAPI

/// Whether a document's answers to invalid input have the shape of FastAPI's `HTTPValidationError`.
enum FastAPIErrors {
    static func areDeclared(in document: Document) -> Bool {
        document.paths.flatMap(\.item.operations).contains { operation in
            guard let response = operation.responses["422"].flatMap({ document.resolve($0) }),
                let schema = response.content["application/json"]?.schema
            else { return false }
            return isValidationError(document.target(of: schema), in: document)
        }
    }

    /// `{detail: [{loc, msg, type}]}`
    private static func isValidationError(_ schema: Schema, in document: Document) -> Bool {
        guard let detail = schema.properties["detail"], let items = document.target(of: detail).items else {
            return false
        }
        let entry = document.target(of: items)
        return ["loc", "msg", "type"].allSatisfy { entry.properties[$0] != nil }
    }
}
