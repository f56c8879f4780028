import ApusDiagnostics
import ApusYAML

/// Finds what references name. Everything that a document refers to is read when the document is, so that afterwards
/// a reference is a look-up.
final class ReferenceResolver {
    /// The URI of the schema resource that is being read: set by `$id`, empty outside.
    var base = ""
    var table = ReferenceTable()
    /// Those of the dialect that `$schema` has named, where the document knows it.
    var vocabularies: Set<String>?

    private let root: Node
    /// The roots of the schema resources, by URI. The document itself is the empty one.
    private var resources: [String: Node]
    /// Documents that hold one schema, by URI, which are read when a reference leads to them.
    private var unread: [String: Node]
    /// By URI with fragment: `#name`.
    private var anchors: [String: Node] = [:]
    /// References whose targets are still to be read. A queue, since reading one on the spot could recurse forever.
    private var waiting: [(ReadingContext) -> Void] = []

    /// References to references in a row. More is no use to anyone, and following them from each link takes the square
    /// of the time.
    private static let chainLimit = 100

    init(root: Node, others: [String: Node]) {
        self.root = root
        unread = others
        resources = ["": root]
        if let uri = root["$self"]?.string { resources[URIReference(uri).withoutFragment] = root }
    }

    // MARK: What is read is made known

    /// For the schemas within, references are relative to this URI.
    func enterResource(_ id: String, at source: ObjectSource) {
        base = URIReference(absoluteURI(id)).withoutFragment
        resources[base] = Node(.mapping(source.fields), at: source.location)
    }

    /// For the schemas within, the keywords are those of this dialect's vocabularies.
    func enterDialect(_ uri: String) {
        let declared = (resources[uri] ?? unread[uri])?["$vocabulary"]?.mapping
        vocabularies = declared.map { Set($0.entries.map(\.key)) }
    }

    /// For `$anchor` and `$dynamicAnchor`.
    func addAnchor(_ name: String, at source: ObjectSource) {
        anchors["\(base)#\(name)"] = Node(.mapping(source.fields), at: source.location)
    }

    /// Components keep the pointers under which everyone knows them.
    func add(_ components: Components) {
        for component in components.schemas {
            let pointer = Self.pointer(Schema.section, component.key)
            table.schemas[ByteExact(pointer)] = component.value
            let identity = ObjectIdentifier(component.value)
            table.pointers[identity] = table.pointers[identity] ?? pointer
        }
        add(components.responses)
        add(components.parameters)
        add(components.examples)
        add(components.requestBodies)
        add(components.headers)
        add(components.securitySchemes)
        add(components.links)
        add(components.callbacks)
        add(components.pathItems)
    }

    private func add<Object>(_ components: OrderedMap<Referenced<Object>>) {
        for component in components {
            guard case .value(let object) = component.value else { continue }
            table[keyPath: Object.table][ByteExact(Self.pointer(Object.section, component.key))] = object
        }
    }

    private static func pointer(_ section: String, _ name: String) -> String {
        JSONPointer(tokens: ["components", section, name]).fragment
    }

    func absoluteURI(_ text: String) -> String {
        base.isEmpty ? text : URIReference(text).resolved(against: URIReference(base)).text
    }

    // MARK: References wait until the document is read

    func require<Object: Readable & Referenceable>(_ reference: Reference, as: Object.Type) {
        waiting.append { context in
            let resolver = context.resolver
            guard resolver.table[keyPath: Object.table][reference.key] == nil,
                let node = resolver.followed(reference, to: Object.section, in: context),
                let object = Object.read(node, in: context)
            else { return }
            resolver.table[keyPath: Object.table][reference.key] = object
        }
    }

    /// A target that is not there is reported as `defect`.
    func requireSchema(_ reference: Reference, absentAs defect: Defect = .unknownReference) {
        waiting.append { context in
            let resolver = context.resolver
            guard resolver.table.schemas[reference.key] == nil,
                let (node, base) = resolver.target(of: reference, in: Schema.section, context, absentAs: defect),
                let schema = resolver.read(node, base: base, in: context)
            else { return }
            resolver.table.schemas[reference.key] = schema
            let identity = ObjectIdentifier(schema)
            resolver.table.pointers[identity] = resolver.table.pointers[identity] ?? reference.uri
        }
    }

    /// `Dog` -> `#/components/schemas/Dog` if there is such a component; anything else is a reference as it stands.
    func discriminatorTarget(_ name: Located<String>) -> Reference {
        let isComponent = root["components"]?[Schema.section]?[name.value] != nil
        let isName = !name.value.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
        let pointer = Self.pointer(Schema.section, name.value)
        let uri = isComponent || isName ? pointer : absoluteURI(name.value)
        let reference = Reference(name.value, uri: uri, at: name.location)
        requireSchema(reference, absentAs: .unknownDiscriminatorTarget)
        return reference
    }

    func readWaiting(in context: ReadingContext) {
        var position = 0
        while position < waiting.count {
            waiting[position](context)
            position += 1
        }
        waiting = []
    }

    private func read(_ node: Node, base: String, in context: ReadingContext) -> Schema? {
        let outer = self.base
        self.base = base
        defer { self.base = outer }
        return Schema.read(node, in: context)
    }

    // MARK: Finding

    /// The end of a chain of references.
    func followed(_ reference: Reference, to section: String, in context: ReadingContext) -> Node? {
        var next = reference
        var seen: Set<ByteExact> = []
        while let (node, _) = target(of: next, in: section, context) {
            guard let text = node["$ref"]?.string else { return node }
            let isNew = seen.insert(next.key).inserted
            guard isNew && seen.count <= Self.chainLimit else {
                let message = isNew ? "leads through more than \(Self.chainLimit) others" : "leads back to itself"
                context.report(.referenceCycle, "'\(reference.text)' \(message)", at: reference.location)
                return nil
            }
            next = Reference(text, uri: text, at: reference.location)
        }
        return nil
    }

    /// The node that a reference names, and the URI that references in it are relative to; that there is none is reported.
    private func target(
        of reference: Reference,
        in section: String,
        _ context: ReadingContext,
        absentAs defect: Defect = .unknownReference
    ) -> (node: Node, base: String)? {
        func absent(_ defect: Defect, _ message: String) -> (Node, String)? {
            context.report(defect, message, at: reference.location)
            return nil
        }
        let uri = URIReference(reference.uri)
        let (document, fragment) = (uri.withoutFragment, uri.fragment ?? "")
        guard let resource = resource(document, in: context) else {
            return absent(.externalReferenceUnsupported, "'\(reference.text)' is in another document")
        }
        guard fragment.percentDecoded != nil else {
            return absent(defect, "'\(reference.text)' is badly percent-encoded")
        }
        guard let pointer = JSONPointer(fragment: fragment) else {
            guard let node = anchors["\(document)#\(fragment)"] else {
                return absent(defect, "no schema has the anchor '\(fragment)'")
            }
            return (node, document)
        }
        if pointer.tokens.isEmpty && resource.location == root.location {
            return absent(.wrongReference, "'\(reference.text)' is the whole document")
        }
        if let found = pointer.componentSection, found != section {
            return absent(.wrongReference, "'\(reference.text)' is one of the '\(found)', not of the '\(section)'")
        }
        let (node, found) = pointer.target(in: resource)
        if let node { return (node, base(of: pointer, in: resource, document)) }
        let parent = JSONPointer(tokens: Array(pointer.tokens.prefix(found))).fragment
        return absent(defect, "'\(reference.text)' names nothing: '\(parent)' has no '\(pointer.tokens[found])'")
    }

    /// The URI of the innermost schema resource on the way that a pointer leads.
    private func base(of pointer: JSONPointer, in resource: Node, _ uri: String) -> String {
        var base = uri
        for count in 1..<max(pointer.tokens.count, 1) {
            let parent = JSONPointer(tokens: Array(pointer.tokens.prefix(count))).target(in: resource).node
            guard let id = parent?["$id"]?.string else { continue }
            base = URIReference(id).resolved(against: URIReference(base)).withoutFragment
        }
        return base
    }

    /// The seam for documents of several files: here the file would be loaded.
    private func resource(_ uri: String, in context: ReadingContext) -> Node? {
        if let known = resources[uri] { return known }
        if let node = unread.removeValue(forKey: uri) {
            resources[uri] = node
            // So that the resources and anchors within are known.
            _ = read(node, base: uri, in: context)
            return node
        }
        guard let own = root["$self"]?.string else { return nil }
        return resources[URIReference(uri).resolved(against: URIReference(own)).withoutFragment]
    }
}

extension JSONPointer {
    /// `parameters` for `#/components/parameters/limit`.
    fileprivate var componentSection: String? {
        tokens.count == 3 && tokens[0] == "components" ? tokens[1] : nil
    }
}

extension URIReference {
    var withoutFragment: String {
        var uri = self
        uri.fragment = nil
        return uri.text
    }
}
