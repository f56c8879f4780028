/// A link to more documentation. [External Documentation Object]
package struct ExternalDocumentation: Readable {
    static let kind = "externalDocs"

    package let url: String
    package let description: String?
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        url = object.expected("url") ?? ""
        description = object.annotation("description")
        source = object.source
    }
}
