import ApusDiagnostics
import ApusYAML

/// The files that a document is made of and the schema resources in them, by URI.
final class Resources {
    /// The URI of the schema resource that is being read: set by `$id`, empty outside.
    var base = ""

    private let document: Node
    private let version: SpecificationVersion
    private let source: (any DocumentSource)?
    /// The document's own file is not among them: its URI is empty.
    private var files: [FileID: File] = [:]
    /// Keyed by URI: files, and nodes with an `$id`.
    private var resources: [String: Resource]
    private var failures: [String: SourceError] = [:]
    /// The other meanings of relative references whose URI refers to nothing available: the file's location for references that an
    /// `$id` makes relative to a URL, and `$self` for targets that are not at the file's location.
    private var others: [String: String] = [:]
    /// Keyed by URI with fragment: `#name`.
    private var anchors: [String: Place] = [:]

    private struct File {
        let uri: String
        let root: Node
        /// The version of the document, unless the file states another.
        let version: SpecificationVersion?
    }

    /// Something that a URI without a fragment identifies.
    struct Resource {
        let uri: String
        let place: Place
    }

    /// A node, and the base of its relative references.
    struct Place {
        var node: Node
        /// Set by an `$id` around the node; empty means the file.
        var base = ""
    }

    init(document: Node, name: String, version: SpecificationVersion, source: (any DocumentSource)?) {
        self.document = document
        self.version = version
        self.source = source
        let whole = Resource(uri: "", place: Place(node: document))
        resources = ["": whole]
        if !name.isEmpty { resources[name] = whole }
        if let uri = document["$self"]?.string { resources[URIReference(uri).withoutFragment] = whole }
    }

    // MARK: URIs

    /// The absolute URI, resolved against the `$id`s around the reference, or else against its file.
    func absoluteURI(_ text: String, at location: SourceLocation) -> String {
        let base = resourceURI(at: location)
        if text.utf8.first == UInt8(ascii: "#") && base.isEmpty { return text }
        let reference = URIReference(text)
        let resolved = reference.resolved(against: URIReference(base))
        if reference.scheme == nil, reference.authority == nil, !reference.path.isEmpty {
            let file = fileURI(location)
            let other = base == file ? root(of: location)["$self"]?.string : file
            if let other = other.map({ reference.resolved(against: URIReference($0)).withoutFragment }) {
                others[resolved.withoutFragment] = others[resolved.withoutFragment] ?? other
            }
        }
        return own(resolved).text
    }

    /// URIs in the document itself are only a fragment, wherever the reference to them is.
    private func own(_ uri: URIReference) -> URIReference {
        guard let known = resources[uri.withoutFragment], known.uri.isEmpty else { return uri }
        var own = URIReference("")
        own.fragment = uri.fragment
        return own
    }

    func fileURI(_ location: SourceLocation) -> String { files[location.file]?.uri ?? "" }

    /// Whether a node is a whole description of an API, which no reference can lead to.
    func isWholeDocument(_ node: Node) -> Bool {
        node.location == document.location || files[node.location.file] != nil && SpecificationVersion(node) != nil
    }

    /// The root of the file that contains a location.
    func root(of location: SourceLocation) -> Node { files[location.file]?.root ?? document }

    func isInDocument(_ location: SourceLocation) -> Bool { location.file == document.location.file }

    /// A file of the OpenAPI document that states a version is read as that version.
    func version(at location: SourceLocation) -> SpecificationVersion { files[location.file]?.version ?? version }

    /// The draft that the file as a whole is written in.
    func draft(at location: SourceLocation) -> HistoricDraft? {
        files[location.file]?.root["$schema"]?.string.flatMap(HistoricDraft.init(dialect:))
    }

    /// The root whose `consumes` and `produces` apply at a location.
    func conventions(at location: SourceLocation) -> Node {
        guard let file = files[location.file], file.version != nil else { return document }
        return file.root
    }

    /// The URI of the schema resource that contains a location.
    func resourceURI(at location: SourceLocation) -> String { base.isEmpty ? fileURI(location) : base }

    // MARK: What is known

    /// References in the schemas within are relative to this URI.
    func enter(_ id: String, at source: ObjectSource) {
        let outer = base
        base = URIReference(absoluteURI(id, at: source.location)).withoutFragment
        let node = Node(.mapping(source.fields), at: source.location)
        resources[base] = Resource(uri: base, place: Place(node: node, base: outer))
    }

    /// For `$anchor` and `$dynamicAnchor`.
    func addAnchor(_ name: String, at source: ObjectSource) {
        let uri = resourceURI(at: source.location)
        anchors["\(uri)#\(name)"] = Place(node: Node(.mapping(source.fields), at: source.location), base: base)
    }

    /// The vocabularies that a dialect's schema declares; `nil` if that schema is not available or declares none.
    func vocabularies(of dialect: String) -> Set<String>? {
        let declared = (try? resource(dialect))?.place.node["$vocabulary"]?.mapping
        return declared.map { Set($0.entries.map(\.key)) }
    }

    func anchored(_ name: String, in resource: Resource) -> Place? { anchors["\(resource.uri)#\(name)"] }

    /// Whether a URI can still become known through an `$id` in a file that another reference leads to.
    func mayBecomeKnown(_ uri: String) -> Bool {
        let uri = URIReference(uri)
        return uri.scheme != nil && resources[uri.withoutFragment] == nil
    }

    func resource(_ uri: String) throws(SourceError) -> Resource {
        if let known = resources[uri] { return known }
        if let own = document["$self"]?.string {
            let absolute = URIReference(uri).resolved(against: URIReference(own)).withoutFragment
            if let known = resources[absolute] { return known }
        }
        if let failure = failures[uri] { throw failure }
        do {
            let resource = try load(uri)
            resources[uri] = resource
            return resource
        } catch {
            if let resource = other(than: uri) {
                resources[uri] = resource
                return resource
            }
            failures[uri] = error
            throw error
        }
    }

    private func other(than uri: String) -> Resource? {
        guard let other = others[uri], other != uri else { return nil }
        return resources[other] ?? (try? load(other))
    }

    // MARK: Files

    private func load(_ uri: String) throws(SourceError) -> Resource {
        guard let source else {
            throw SourceError(.unreadableReference, "is in another file, but this document is not in a folder")
        }
        switch try source.load(uri) {
        case .document: return Resource(uri: "", place: Place(node: document))
        case .file(nil): throw SourceError(.unreadableReference, "is in a file that contains no document")
        case .file(let root?):
            if let known = files[root.location.file] { return Resource(uri: known.uri, place: Place(node: root)) }
            files[root.location.file] = File(uri: uri, root: root, version: SpecificationVersion(root))
            let resource = Resource(uri: uri, place: Place(node: root))
            if let own = root["$self"]?.string { resources[URIReference(own).withoutFragment] = resource }
            collectIdentifiers(in: root, base: "", isMap: false)
            return resource
        }
    }

    /// `$id`s and anchors must be known before anything in a file is read, since a reference may begin with any of them.
    private func collectIdentifiers(in node: Node, base outer: String, isMap: Bool) {
        if let elements = node.sequence {
            for element in elements { collectIdentifiers(in: element, base: outer, isMap: false) }
        }
        guard let fields = node.mapping else { return }
        var inner = outer
        if !isMap {
            inner = base(within: node, outer)
            if inner != outer {
                resources[inner] = resources[inner] ?? Resource(uri: inner, place: Place(node: node, base: outer))
            }
            let uri = inner.isEmpty ? fileURI(node.location) : inner
            for keyword in ["$anchor", "$dynamicAnchor", "$id"] {
                guard var name = fields[keyword]?.string else { continue }
                if keyword == "$id" {
                    // The anchors of draft 7: `$id: "#name"`.
                    guard name.hasPrefix("#") else { continue }
                    name.removeFirst()
                }
                anchors["\(uri)#\(name)"] = anchors["\(uri)#\(name)"] ?? Place(node: node, base: outer)
            }
        }
        for entry in fields.entries where isMap || !Self.values.contains(entry.key) {
            let isMap = !isMap && Self.maps.contains(entry.key)
            collectIdentifiers(in: entry.value, base: inner, isMap: isMap)
        }
    }

    /// Keywords that contain values, in which nothing is a keyword.
    private static let values: Set<String> = ["enum", "const", "default", "example", "examples"]
    /// Keywords that contain schemas, keyed by arbitrary names.
    private static let maps: Set<String> = [
        "properties", "patternProperties", "$defs", "definitions", "dependentSchemas",
    ]

    /// The base for the content of a node.
    func base(within node: Node, _ base: String) -> String {
        guard let id = node["$id"]?.string else { return base }
        let outer = base.isEmpty ? fileURI(node.location) : base
        return URIReference(id).resolved(against: URIReference(outer)).withoutFragment
    }
}

extension URIReference {
    var withoutFragment: String {
        var uri = self
        uri.fragment = nil
        return uri.text
    }
}
