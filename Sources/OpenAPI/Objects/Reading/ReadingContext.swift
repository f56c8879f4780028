import ApusDiagnostics
import ApusYAML

/// The state that all readers share: the diagnostics, the document's version and the current depth.
final class ReadingContext {
    /// The depth of nested objects; real documents have about 15 levels. Reading and the later stages recurse over them, even on
    /// stacks of 512 KB: a schema takes 8 KB in a debug build.
    static let depthLimit = 50

    /// The version of the file that is being read.
    private(set) var version: SpecificationVersion
    let resolver: ReferenceResolver
    private let diagnostics: Diagnostics
    private var depth = 0
    /// Not 0 within a field that only describes and does not restrict anything.
    var annotationDepth = 0
    /// For the checks between objects.
    private var pathItems: [SourceLocation: PathItem] = [:]
    var links: [Link] = []
    /// In document order; a parent's position is taken before its children are read.
    private var schemas: [Schema?] = []
    /// With an alias in YAML, one node is at several places; one location is one schema, however it was reached.
    private var schemaAt: [SourceLocation: Schema] = [:]
    private var mediaTypeAt: [SourceLocation: MediaType?] = [:]
    /// The nodes that are being read through references that the specification does not allow, and the number of fields that they
    /// added.
    private var isBundling: Set<SourceLocation> = []
    private var bundled = 0
    private static let bundleLimit = 100_000

    init(root: Node, version: SpecificationVersion, diagnostics: Diagnostics, resources: Resources) {
        self.version = version
        self.diagnostics = diagnostics
        resolver = ReferenceResolver(root: root, resources: resources)
    }

    /// Reads according to the rules of the place that a reference led to.
    func reading<Value>(_ place: Resources.Place, _ read: (Node) -> Value) -> Value {
        let (outerVersion, outerBase, outerDraft) = (version, resolver.resources.base, resolver.draft)
        version = resolver.resources.version(at: place.node.location)
        resolver.resources.base = place.base
        resolver.draft = resolver.resources.draft(at: place.node.location)
        defer { (version, resolver.resources.base, resolver.draft) = (outerVersion, outerBase, outerDraft) }
        return read(place.node)
    }

    /// Reads an object whose fields `body` lists.
    func read<Object>(_ node: Node, as kind: String, _ body: (inout ObjectReader) -> Object?) -> Object? {
        guard let fields = node.mapping else { return wrongType(node, expected: "a mapping") }
        return read(fields, at: node.location, as: kind, body)
    }

    func read<Object>(
        _ fields: Mapping,
        at location: SourceLocation,
        as kind: String,
        _ body: (inout ObjectReader) -> Object?
    ) -> Object? {
        guard depth < Self.depthLimit else {
            report(.objectsTooDeep, "more than \(Self.depthLimit) nested objects", at: location)
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        var object = ObjectReader(fields, at: location, as: kind, in: self)
        let value = body(&object)
        // An object that lacks an essential field has been reported; its unknown fields are not reported.
        if value != nil { object.finish() }
        return value
    }

    /// Reads a schema unless the one at this location has been read.
    func schema(at location: SourceLocation, _ read: () -> Schema?) -> Schema? {
        if let known = schemaAt[location] { return known }
        let position = schemas.count
        schemas.append(nil)
        let schema = read()
        schemas[position] = schema
        schemaAt[location] = schema
        return schema
    }

    var allSchemas: [Schema] { schemas.compactMap { $0 } }

    func add(_ item: PathItem) { pathItems[item.location] = item }

    /// In document order, each once, however many references lead to it.
    var allPathItems: [PathItem] { pathItems.values.sorted { $0.location.isBefore($1.location) } }

    /// The same for media types, whose references are followed when they are read; a media type within itself is absent there.
    func mediaType(at location: SourceLocation, _ read: () -> MediaType?) -> MediaType? {
        if let known = mediaTypeAt[location] { return known }
        mediaTypeAt[location] = .some(nil)
        let mediaType = read()
        mediaTypeAt[location] = .some(mediaType)
        return mediaType
    }

    /// Follows the `$ref` of an object whose kind is not stored as a reference; fields beside it override those of the target.
    func dereferencing<Value>(_ node: Node, in section: String, _ read: (Node) -> Value?) -> Value? {
        guard let mapping = node.mapping, let text = mapping["$ref"] else { return read(node) }
        guard let reference = Located<String>.read(text, in: self) else { return nil }
        let uri = resolver.absoluteURI(reference.value, at: text.location)
        let target = resolver.followed(Reference(reference.value, uri: uri, at: text.location), to: section, in: self)
        guard var target else { return nil }
        if let fields = target.node.mapping, mapping.count > 1 {
            var merged = Mapping()
            for entry in mapping.entries where entry.key != "$ref" { merged.insert(entry) }
            for entry in fields.entries { merged.insert(entry) }
            target.node = Node(.mapping(merged), at: node.location)
        }
        return reading(target, read)
    }

    /// Follows a `$ref` where the specification does not allow one, as tools do that bundle documents of many files: `paths:`,
    /// `get:` or `properties:` of one file leads to another.
    func bundling<Value>(_ node: Node, _ read: (Node) -> Value?) -> Value? {
        guard let text = node.mapping?["$ref"] else { return read(node) }
        guard depth < Self.depthLimit else {
            report(.objectsTooDeep, "more than \(Self.depthLimit) nested objects", at: text.location)
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        report(.misplacedReference, "OpenAPI does not allow a '$ref' here; it is followed", at: text.location)
        return dereferencing(node, in: "") { target in
            bundled += target.mapping?.count ?? 1
            guard bundled <= Self.bundleLimit, isBundling.insert(target.location).inserted else {
                report(.referenceCycle, "leads to an object that contains it, or to too many fields", at: text.location)
                return nil
            }
            defer { isBundling.remove(target.location) }
            return read(target)
        }
    }

    // MARK: Reports

    func report(_ defect: Defect, _ message: String, at location: SourceLocation) {
        diagnostics.report(annotationDepth > 0 ? defect.withinAnnotation : defect, message, at: location)
    }

    /// Always `nil`, so that a reader can return it.
    func wrongType<Value>(_ node: Node, expected: String) -> Value? {
        report(.wrongType, "expected \(expected), found \(node.kindName)", at: node.location)
        return nil
    }

    func reportLoose(_ node: Node, as text: String, expected: String) {
        report(.looseType, "expected \(expected), found \(node.kindName), read as '\(text)'", at: node.location)
    }
}

extension Defect {
    /// The defect to report within a field that only describes.
    fileprivate var withinAnnotation: Defect {
        if self == .objectsTooDeep { return self }
        switch level {
        case .error, .leftOut: return .malformedAnnotation
        case .warning, .note: return self
        }
    }
}

extension Node {
    /// Whether this is a `$ref` in a place that does not allow one.
    var isMisplacedReference: Bool { mapping?["$ref"]?.string != nil }
}
