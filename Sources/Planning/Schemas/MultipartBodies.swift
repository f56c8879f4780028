import ApusOpenAPI

/// The schemas whose values travel as `multipart/form-data`.
enum MultipartBodies {
    static func schemas(of document: Document) -> Set<ObjectIdentifier> {
        var schemas: Set<ObjectIdentifier> = []
        for operation in document.paths.flatMap(\.item.operations) {
            guard let body = operation.requestBody.flatMap({ document.resolve($0) }) else { continue }
            for entry in body.content where entry.key.hasPrefix("multipart/") && body.content["application/json"] == nil
            {
                guard let schema = entry.value.schema else { continue }
                schemas.insert(ObjectIdentifier(document.target(of: schema)))
            }
        }
        return schemas
    }
}
