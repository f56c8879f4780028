import ApusDiagnostics
import ApusYAML

/// Finds the targets of references. Everything that a document refers to is read together with the document, so that afterwards
/// following a reference is a lookup.
final class ReferenceResolver {
    var table = ReferenceTable()
    /// The vocabularies of the dialect that `$schema` has named, if the document defines it.
    var vocabularies: Set<String>?
    /// The older version of JSON Schema that `$schema` has named, if any.
    var draft: HistoricDraft?
    let resources: Resources

    private let root: Node
    /// References whose targets are still to be read. A queue, since reading a target immediately could recurse forever.
    private var waiting: [(ReadingContext) -> Void] = []
    /// References to URIs that are not those of files: they may refer to an `$id` in a file that is not loaded yet.
    private var postponed: [(ReadingContext) -> Void] = []
    private var isPostponing = true

    /// The length of a chain of references to references. Longer chains are of no use to anyone, and following them from each link
    /// takes quadratic time.
    static let chainLimit = 100

    init(root: Node, resources: Resources) {
        self.root = root
        self.resources = resources
    }

    // MARK: What is read is made known

    /// Components keep the pointers that everyone knows.
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

    static func pointer(_ section: String, _ name: String) -> String {
        JSONPointer(tokens: ["components", section, name]).fragment
    }

    func absoluteURI(_ text: String, at location: SourceLocation) -> String {
        resources.absoluteURI(text, at: location)
    }

    // MARK: References wait until the document is read

    func require<Object: Readable & Referenceable>(_ reference: Reference, as: Object.Type) {
        wait(for: reference) { context in
            let resolver = context.resolver
            guard resolver.table[keyPath: Object.table][reference.key] == nil,
                let place = resolver.followed(reference, to: Object.section, in: context),
                let object = context.reading(place, { Object.read($0, in: context) })
            else { return }
            resolver.table[keyPath: Object.table][reference.key] = object
        }
    }

    /// A missing target is reported as `defect`.
    func requireSchema(_ reference: Reference, absentAs defect: Defect = .unknownReference) {
        wait(for: reference) { context in
            let resolver = context.resolver
            guard resolver.table.schemas[reference.key] == nil,
                let place = resolver.target(of: reference, in: Schema.section, context, absentAs: defect),
                let schema = context.reading(place, { Schema.read($0, in: context) })
            else { return }
            resolver.table.schemas[reference.key] = schema
            let identity = ObjectIdentifier(schema)
            resolver.table.pointers[identity] = resolver.table.pointers[identity] ?? reference.uri
        }
    }

    /// `Dog` -> `#/components/schemas/Dog` if there is such a component; anything else is used as a reference unchanged.
    func discriminatorTarget(_ name: Located<String>) -> Reference {
        let reference = Reference(name.value, uri: discriminatorURI(name), at: name.location)
        requireSchema(reference, absentAs: .unknownDiscriminatorTarget)
        return reference
    }

    private func discriminatorURI(_ name: Located<String>) -> String {
        let pointer = Self.pointer(Schema.section, name.value)
        for file in [resources.root(of: name.location), root]
        where file["components"]?[Schema.section]?[name.value] != nil {
            return resources.absoluteURI(pointer, at: file.location)
        }
        if root["definitions"]?[name.value] != nil { return pointer }
        let isPath = name.value.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
        let isFile = [".yaml", ".yml", ".json"].contains { name.value.hasSuffix($0) }
        return isPath || isFile ? absoluteURI(name.value, at: name.location) : pointer
    }

    private func wait(for reference: Reference, _ read: @escaping (ReadingContext) -> Void) {
        waiting.append { context in
            let resolver = context.resolver
            if resolver.isPostponing && resolver.resources.mayBecomeKnown(reference.uri) {
                resolver.postponed.append(read)
            } else {
                read(context)
            }
        }
    }

    func readWaiting(in context: ReadingContext) {
        repeat {
            var position = 0
            while position < waiting.count {
                waiting[position](context)
                position += 1
            }
            (waiting, postponed, isPostponing) = (postponed, [], false)
        } while !waiting.isEmpty
    }

    // MARK: Finding

    /// The end of a chain of references, in the form that readers expect.
    func followed(_ reference: Reference, to section: String, in context: ReadingContext) -> Resources.Place? {
        end(of: reference, to: section, in: context).map { context.upgraded($0, in: section) }
    }

    /// The end of a chain of references, as in the document.
    func end(of reference: Reference, to section: String, in context: ReadingContext) -> Resources.Place? {
        var next = reference
        var seen: Set<ByteExact> = []
        while let place = target(of: next, in: section, context) {
            guard let text = place.node["$ref"]?.string else { return place }
            let isNew = seen.insert(next.key).inserted
            guard isNew && seen.count <= Self.chainLimit else {
                let message = isNew ? "leads through more than \(Self.chainLimit) others" : "leads back to itself"
                context.report(.referenceCycle, "'\(reference.text)' \(message)", at: reference.location)
                return nil
            }
            let uri = context.reading(place) { absoluteURI(text, at: $0.location) }
            next = Reference(text, uri: uri, at: place.node["$ref"]?.location ?? reference.location)
        }
        return nil
    }

    /// The component `Pet` for `#/$defs/Pet`, `#/definitions/Pet` or `schemas/Pet.yaml`, which tools that bundle documents leave
    /// behind.
    private func component(
        meantBy reference: Reference, in section: String, _ context: ReadingContext
    ) -> Resources.Place? {
        let uri = URIReference(reference.uri)
        let pointer = uri.fragment.flatMap { JSONPointer(fragment: $0) }
        // A missing name among the components is usually a typing error.
        if pointer?.tokens.first == "components" { return nil }
        let file = uri.path.split(separator: "/").last.flatMap { $0.split(separator: ".").first }.map(String.init)
        guard let name = pointer?.tokens.last ?? file,
            let node = root["components"]?[section]?[name]
                ?? (section == Schema.section ? root["definitions"]?[name] : nil)
        else { return nil }
        // A component that is the reference itself leads nowhere.
        if node["$ref"]?.location == reference.location { return nil }
        let message = "'\(reference.text)' refers to nothing; the component '\(name)' is used"
        context.report(.renamedReference, message, at: reference.location)
        return Resources.Place(node: node)
    }

    /// The node that a reference refers to; if there is none, that is reported.
    private func target(
        of reference: Reference,
        in section: String,
        _ context: ReadingContext,
        absentAs defect: Defect = .unknownReference
    ) -> Resources.Place? {
        func absent(_ defect: Defect, _ message: String) -> Resources.Place? {
            if let place = component(meantBy: reference, in: section, context) { return place }
            context.report(defect, "'\(reference.text)' \(message)", at: reference.location)
            return nil
        }
        let uri = URIReference(reference.uri)
        let fragment = uri.fragment ?? ""
        let resource: Resources.Resource
        do {
            resource = try resources.resource(uri.withoutFragment)
        } catch {
            return absent(error.defect, error.message)
        }
        guard fragment.percentDecoded != nil else { return absent(defect, "is badly percent-encoded") }
        guard let pointer = JSONPointer(fragment: fragment) else {
            if let anchored = resources.anchored(fragment, in: resource) { return anchored }
            context.report(defect, "there is no schema with the anchor '\(fragment)'", at: reference.location)
            return nil
        }
        if pointer.tokens.isEmpty && resources.isWholeDocument(resource.place.node) {
            return absent(.wrongReference, "refers to the whole document")
        }
        // Where the specification does not allow a reference, it may lead to any component.
        if let found = pointer.componentSection, found != section, !section.isEmpty {
            return absent(.wrongReference, "is one of the '\(found)', not of the '\(section)'")
        }
        var place = resource.place
        let (node, found) = pointer.target(in: place.node) { place.base = resources.base(within: $0, place.base) }
        if let node {
            place.node = node
            return place
        }
        let parent = JSONPointer(tokens: Array(pointer.tokens.prefix(found))).fragment
        return absent(defect, "refers to nothing: '\(parent)' has no '\(pointer.tokens[found])'")
    }
}

extension JSONPointer {
    /// `parameters` for `#/components/parameters/limit`, and for `#/parameters/limit` of Swagger 2.0.
    fileprivate var componentSection: String? {
        switch (tokens.count, tokens.first) {
        case (3, "components"): tokens[1]
        case (2, "definitions"): Schema.section
        case (2, "parameters"), (2, "responses"): tokens[0]
        default: nil
        }
    }
}
