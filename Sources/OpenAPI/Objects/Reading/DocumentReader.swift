import ApusDiagnostics
import ApusYAML

/// Node -> Document.
package struct DocumentReader {
    private let diagnostics: Diagnostics
    private let source: (any DocumentSource)?

    /// Without a source, a reference to another file is an error.
    package init(diagnostics: Diagnostics, source: (any DocumentSource)? = nil) {
        self.diagnostics = diagnostics
        self.source = source
    }

    /// `nil` when the node is not an OpenAPI document at all, which has been reported.
    package func read(_ node: Node, sourceName: String) -> Document? {
        guard let fields = node.mapping else {
            diagnostics.report(.notOpenapi, "expected a mapping, found \(node.kindName)", at: node.location)
            return nil
        }
        guard let (version, text) = version(of: fields, at: node.location) else { return nil }
        let resources = Resources(document: node, name: sourceName, version: version, source: source)
        let context = ReadingContext(root: node, version: version, diagnostics: diagnostics, resources: resources)
        let upgraded = version == .v20 ? SwaggerUpgrade(root: node, in: context).document(fields) : fields
        return context.read(upgraded, at: node.location, as: "document") {
            Document(version: version, versionText: text, sourceName: sourceName, from: &$0)
        }
    }

    private func version(of fields: Mapping, at location: SourceLocation) -> (SpecificationVersion, String)? {
        let key = fields["openapi"] == nil && fields["swagger"] != nil ? "swagger" : "openapi"
        guard let field = fields[key] else {
            diagnostics.report(.notOpenapi, "there is no field 'openapi' that says which version this is", at: location)
            return nil
        }
        guard let text = field.string ?? field.number?.text else {
            diagnostics.report(.notOpenapi, "'\(key)' is \(field.kindName), not a version", at: field.location)
            return nil
        }
        guard let version = key == "swagger" ? swagger(text) : openAPI(text) else {
            let name = key == "swagger" ? "Swagger" : "OpenAPI"
            diagnostics.report(.unsupportedVersion, "\(name) '\(text)' is not supported", at: field.location)
            return nil
        }
        if field.string == nil {
            diagnostics.report(.looseType, "expected a string, found a number, read as '\(text)'", at: field.location)
        }
        if version == .newest && !text.hasPrefix(version.rawValue) {
            let newest = SpecificationVersion.newest.rawValue
            diagnostics.report(.newerVersion, "OpenAPI \(text) is read as \(newest)", at: field.location)
        }
        return (version, text)
    }

    private func swagger(_ text: String) -> SpecificationVersion? { ["2.0", "2"].contains(text) ? .v20 : nil }

    /// Newer minor versions are read as the newest that is known.
    private func openAPI(_ text: String) -> SpecificationVersion? {
        let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
        guard numbers.count >= 2, numbers[0] == "3", let minor = UInt(numbers[1]) else { return nil }
        return SpecificationVersion(rawValue: "3.\(minor)") ?? .newest
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
        _ = object.take(version == .v20 ? "swagger" : "openapi")
        selfURI = object.value("$self", since: .v32)
        info = object.required("info") ?? Info(absentFrom: object.source)
        jsonSchemaDialect = object.value("jsonSchemaDialect", since: .v31)
        if let jsonSchemaDialect {
            context.resolver.vocabularies = context.resolver.resources.vocabularies(of: jsonSchemaDialect)
        }
        servers = object.list("servers")
        paths = object.entries(of: "paths").compactMap { (entry: OrderedMap<FollowedPathItem>.Entry) in
            do throws(PathTemplate.SyntaxError) {
                _ = try PathTemplate(entry.key)
                return Path(template: entry.key, location: entry.location, item: entry.value.item)
            } catch {
                let message = "'\(entry.key)': \(error.message); the path is left out"
                context.report(.invalidPath, message, at: entry.location)
                return nil
            }
        }
        webhooks = object.map("webhooks", since: .v31).mapValues { (followed: FollowedPathItem) in followed.item }
        var nothing = ObjectReader(Mapping(), at: object.source.location, as: Components.kind, in: context)
        var components = object.value("components") ?? Components(from: &nothing)
        security = (object.value("security") as SecurityRequirements?)?.requirements ?? []
        tags = object.list("tags")
        externalDocs = object.annotation("externalDocs")
        source = object.source
        context.resolver.add(components)
        context.resolver.readWaiting(in: context)
        components.schemas = context.resolver.adoptSchemas(beside: components.schemas, in: context)
        schemas = context.allSchemas
        pathItems = context.allPathItems
        links = context.links
        references = context.resolver.table
        self.components = components
    }
}

/// A path item of `paths` or `webhooks`, whose reference is followed when it is read.
private struct FollowedPathItem: NodeReadable {
    let item: PathItem

    static func read(_ node: Node, in context: ReadingContext) -> Self? {
        context.dereferencing(node, in: PathItem.section) { PathItem.read($0, in: context) }.map { Self(item: $0) }
    }
}
