import ApusDiagnostics
import ApusYAML

/// Node -> Document.
package struct DocumentReader {
    private let diagnostics: Diagnostics
    private let schemaDocuments: [String: Node]

    /// - Parameter schemaDocuments: schemas in documents of their own, by the URIs under which references name them.
    package init(diagnostics: Diagnostics, schemaDocuments: [String: Node] = [:]) {
        self.diagnostics = diagnostics
        self.schemaDocuments = schemaDocuments
    }

    /// `nil` when the node is no OpenAPI document at all, which has been reported.
    package func read(_ node: Node, sourceName: String) -> Document? {
        guard let fields = node.mapping else {
            diagnostics.report(.notOpenapi, "expected a mapping, found \(node.kindName)", at: node.location)
            return nil
        }
        guard let (version, text) = version(of: fields, at: node.location) else { return nil }
        let context = ReadingContext(
            root: node, others: schemaDocuments, version: version, diagnostics: diagnostics
        )
        return context.read(fields, at: node.location, as: "document") {
            Document(version: version, versionText: text, sourceName: sourceName, from: &$0)
        }
    }

    private func version(of fields: Mapping, at location: SourceLocation) -> (SpecificationVersion, String)? {
        // The seam for Swagger 2.0: its upgrade would give the fields of an OpenAPI document here.
        if let swagger = fields.entry("swagger"), fields["openapi"] == nil {
            diagnostics.report(.swaggerUnsupported, "Swagger 2.0 is not supported yet", at: swagger.keyLocation)
            return nil
        }
        guard let field = fields["openapi"] else {
            diagnostics.report(.notOpenapi, "no field 'openapi' says which version this is", at: location)
            return nil
        }
        guard let text = field.string ?? field.number?.text else {
            diagnostics.report(.wrongType, "expected a string, found \(field.kindName)", at: field.location)
            return nil
        }
        let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
        guard numbers.count >= 2, numbers[0] == "3", let minor = UInt(numbers[1]) else {
            diagnostics.report(.unsupportedVersion, "OpenAPI '\(text)' is not read", at: field.location)
            return nil
        }
        if field.string == nil {
            diagnostics.report(.looseType, "expected a string, found a number, read as '\(text)'", at: field.location)
        }
        if let version = SpecificationVersion(rawValue: "3.\(minor)") { return (version, text) }
        let newest = SpecificationVersion.newest.rawValue
        diagnostics.report(.newerVersion, "OpenAPI \(text) is read as \(newest)", at: field.location)
        return (.newest, text)
    }
}

extension Document {
    fileprivate init(
        version: SpecificationVersion,
        versionText: String,
        sourceName: String,
        from object: inout ObjectReader
    ) {
        let context = object.context
        self.version = version
        self.versionText = versionText
        self.sourceName = sourceName
        _ = object.take("openapi")
        selfURI = object.value("$self", since: .v32)
        info = object.required("info") ?? Info(absentFrom: object.source)
        jsonSchemaDialect = object.value("jsonSchemaDialect", since: .v31)
        servers = object.list("servers")
        paths = object.entries(of: "paths").map { (entry: OrderedMap<FollowedPathItem>.Entry) in
            Path(template: entry.key, location: entry.location, item: entry.value.item)
        }
        webhooks = object.map("webhooks", since: .v31).mapValues { (followed: FollowedPathItem) in followed.item }
        var nothing = ObjectReader(Mapping(), at: object.source.location, as: Components.kind, in: context)
        components = object.value("components") ?? Components(from: &nothing)
        security = object.list("security")
        tags = object.list("tags")
        externalDocs = object.annotation("externalDocs")
        source = object.source
        context.resolver.add(components)
        context.resolver.readWaiting(in: context)
        schemas = context.allSchemas
        pathItems = context.allPathItems
        links = context.links
        references = context.resolver.table
    }
}

/// A path item of `paths` or `webhooks`, whose reference is followed on reading.
private struct FollowedPathItem: NodeReadable {
    let item: PathItem

    static func read(_ node: Node, in context: ReadingContext) -> Self? {
        guard let node = context.dereferenced(node, in: PathItem.section) else { return nil }
        return PathItem.read(node, in: context).map { Self(item: $0) }
    }
}
