/// A group of operations. [Tag Object]
package struct Tag: Readable {
    static let kind = "tag"

    package let name: String
    package let summary: String?
    package let description: String?
    package let externalDocs: ExternalDocumentation?
    package let parent: String?
    package let groupKind: String?
    package let source: ObjectSource

    init?(from object: inout ObjectReader) {
        guard let name: String = object.required("name") else { return nil }
        self.name = name
        summary = object.annotation("summary", since: .v32)
        description = object.annotation("description")
        externalDocs = object.annotation("externalDocs")
        parent = object.value("parent", since: .v32)
        groupKind = object.value("kind", since: .v32)
        source = object.source
    }
}
