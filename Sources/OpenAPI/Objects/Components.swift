/// The objects that the document's references can refer to. [Components Object]
package struct Components: Readable {
    static let kind = "components"

    /// Includes the schemas of other files that references refer to.
    package internal(set) var schemas: OrderedMap<Schema>
    package let responses: OrderedMap<Referenced<Response>>
    package let parameters: OrderedMap<Referenced<Parameter>>
    package let examples: OrderedMap<Referenced<Example>>
    package let requestBodies: OrderedMap<Referenced<RequestBody>>
    package let headers: OrderedMap<Referenced<Header>>
    package let securitySchemes: OrderedMap<Referenced<SecurityScheme>>
    package let links: OrderedMap<Referenced<Link>>
    package let callbacks: OrderedMap<Referenced<Callback>>
    package let pathItems: OrderedMap<Referenced<PathItem>>
    package let mediaTypes: OrderedMap<MediaType>
    package let source: ObjectSource

    init(from object: inout ObjectReader) {
        schemas = object.map("schemas")
        responses = object.map("responses")
        parameters = object.map("parameters")
        examples = object.examples()
        requestBodies = object.map("requestBodies")
        headers = object.map("headers")
        securitySchemes = object.map("securitySchemes")
        links = object.map("links")
        callbacks = object.map("callbacks")
        pathItems = object.map("pathItems", since: .v31)
        mediaTypes = object.map("mediaTypes", since: .v32)
        source = object.source
    }
}
