/// Where the API is reached. [Server Object]
package struct Server: Readable {
    static let kind = "server"

    /// May hold `{variables}` and may be relative to the document's own place.
    package let url: String
    package let description: String?
    package let name: String?
    package let variables: OrderedMap<ServerVariable>
    package let source: ObjectSource

    init?(from object: inout ObjectReader) {
        guard let url: String = object.required("url") else { return nil }
        self.url = url
        description = object.annotation("description")
        name = object.value("name", since: .v32)
        variables = object.map("variables")
        source = object.source
    }
}
