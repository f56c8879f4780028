import ApusDiagnostics
import ApusYAML

/// One request that a client can make. [Operation Object]
package struct Operation: SpecificationObject {
    /// In capitals, except for `additionalOperations`, whose keys are the methods as they are written.
    package let method: String
    package let operationID: Located<String>?
    package let summary: String?
    package let description: String?
    package let tags: [Located<String>]
    package let externalDocs: ExternalDocumentation?
    /// The operation's own parameters. Those of the path item apply too, unless one with the same name and location is here.
    package let parameters: [Referenced<Parameter>]
    package let requestBody: Referenced<RequestBody>?
    /// Keyed by status: `200`, `4XX`, `default`.
    package let responses: OrderedMap<Referenced<Response>>
    package let callbacks: OrderedMap<Referenced<Callback>>
    package let deprecated: Bool
    /// `nil` means the requirements of the document; empty means none.
    package let security: [SecurityRequirement]?
    package let servers: [Server]
    package let source: ObjectSource

    /// The method is not a field of the object but its key, so it is passed in.
    static func read(_ node: Node, method: String, in context: ReadingContext) -> Operation? {
        if node.isMisplacedReference { return context.bundling(node) { inPlace($0, method: method, in: context) } }
        return inPlace(node, method: method, in: context)
    }

    private static func inPlace(_ node: Node, method: String, in context: ReadingContext) -> Operation? {
        context.read(node, as: "operation") { Operation(method: method, from: &$0) }
    }

    private init(method: String, from object: inout ObjectReader) {
        self.method = method
        operationID = object.value("operationId")
        summary = object.annotation("summary")
        description = object.annotation("description")
        tags = object.list("tags")
        externalDocs = object.annotation("externalDocs")
        parameters = object.list("parameters")
        requestBody = object.value("requestBody")
        object.reportAbsence(of: "responses", as: .incompleteObject, before: .v31)
        responses = object.context.statuses(object.entries(of: "responses"))
        callbacks = object.map("callbacks")
        deprecated = object.flag("deprecated")
        security = (object.value("security") as SecurityRequirements?)?.requirements
        servers = object.list("servers")
        source = object.source
    }
}
