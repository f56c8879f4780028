import ApusDiagnostics
import ApusYAML

/// Swagger 2.0 -> OpenAPI 3, object by object; what is specific to its schemas is in `SwaggerSchema.swift`.
///
///     host, basePath, schemes                       -> servers
///     definitions, parameters, responses            -> components
///     securityDefinitions                           -> components.securitySchemes
///     consumes, a body or form parameters           -> requestBody
///     produces, a response's schema and examples    -> content
///     a parameter's or header's type, items, ...    -> schema
///     collectionFormat                              -> style, explode
///
/// References are followed in the original document, so that only the objects need another form. New nodes have the location of the
/// node that they are made from. What OpenAPI 3 cannot express is reported.
struct SwaggerUpgrade {
    let context: ReadingContext
    /// The media types of bodies and responses if an operation names none.
    let consumes: [Located<String>]
    let produces: [Located<String>]
    let root: Mapping

    init(root: Node, in context: ReadingContext) {
        self.context = context
        self.root = root.mapping ?? Mapping()
        consumes = Self.mediaTypes(root["consumes"]) ?? []
        produces = Self.mediaTypes(root["produces"]) ?? []
    }

    /// The upgraded target of a reference.
    func target(_ node: Node, in section: String) -> Node {
        switch section {
        case PathItem.section: pathItem(node)
        case Parameter.section: parameter(node)
        case Response.section: response(node, produces: produces)
        case SecurityScheme.section: securityScheme(node)
        default: node
        }
    }

    // MARK: The document

    func document(_ fields: Mapping) -> Mapping {
        var upgraded = Mapping()
        var components = Mapping()
        var componentsLocation: SourceLocation?
        for entry in fields.entries {
            switch entry.key {
            case "host", "basePath", "schemes":
                if let servers = servers(schemes: root["schemes"]) { upgraded.add("servers", servers, like: entry) }
            case "consumes", "produces": break
            case "definitions", "parameters", "responses", "securityDefinitions":
                componentsLocation = componentsLocation ?? entry.keyLocation
                components.insert(section(entry))
            case "paths": upgraded.add("paths", entry.value.mappingEntries { pathItem($0.value) }, like: entry)
            case "servers", "components":
                context.report(.unknownField, "the document has no field '\(entry.key)'", at: entry.keyLocation)
            default: upgraded.insert(entry)
            }
        }
        if let location = componentsLocation {
            let node = Node(.mapping(components), at: location)
            upgraded.insert(.init(key: "components", keyLocation: location, value: node))
        }
        return upgraded
    }

    private func section(_ entry: Mapping.Entry) -> Mapping.Entry {
        var section = entry.value
        var name = entry.key
        switch entry.key {
        case "definitions": name = Schema.section
        case "parameters":
            section = section.mapEntries { Self.isBody($0.value) ? nil : parameter($0.value) }
        case "responses": section = section.mapEntries { response($0.value, produces: produces) }
        default:
            name = SecurityScheme.section
            section = section.mapEntries { securityScheme($0.value) }
        }
        return .init(key: name, keyLocation: entry.keyLocation, value: section)
    }

    /// Whether a parameter is the body or a part of it.
    static func isBody(_ parameter: Node) -> Bool {
        ["body", "formData"].contains(parameter["in"]?.string)
    }

    static func mediaTypes(_ node: Node?) -> [Located<String>]? {
        node?.sequence?.compactMap { type in type.string.map { Located($0, at: type.location) } }
    }

    // MARK: Servers

    /// `nil` if neither host nor path is known.
    func servers(schemes: Node?) -> Node? {
        guard let place = root["host"] ?? root["basePath"] else { return nil }
        let path = root["basePath"]?.string ?? ""
        guard let host = root["host"]?.string else {
            return Node(.sequence([server(path, at: place)]), at: place.location)
        }
        guard let schemes = schemes?.sequence, !schemes.isEmpty else {
            context.report(
                .noEquivalent,
                "there are no 'schemes' for '\(host)'; 'https' is used instead of the scheme that the document was loaded with",
                at: place.location
            )
            return Node(.sequence([server("https://\(host)\(path)", at: place)]), at: place.location)
        }
        let servers = schemes.compactMap { scheme -> Node? in
            guard let name = scheme.string else { return nil }
            guard ["http", "https"].contains(name) else {
                context.report(.noEquivalent, "requests cannot be sent with '\(name)'", at: scheme.location)
                return nil
            }
            return server("\(name)://\(host)\(path)", at: scheme)
        }
        return Node(.sequence(servers), at: place.location)
    }

    private func server(_ url: String, at place: Node) -> Node {
        var trimmed = Substring(url)
        while trimmed.utf8.count > 1 && trimmed.hasSuffix("/") { trimmed.removeLast() }
        var fields = Mapping()
        let node = Node(.string(trimmed.isEmpty ? "/" : String(trimmed)), at: place.location)
        fields.insert(.init(key: "url", keyLocation: place.location, value: node))
        return Node(.mapping(fields), at: place.location)
    }
}

extension ReadingContext {
    /// The target of a reference, in the form that readers expect.
    func upgraded(_ place: Resources.Place, in section: String) -> Resources.Place {
        guard resolver.resources.version(at: place.node.location) == .v20 else { return place }
        let root = resolver.resources.conventions(at: place.node.location)
        var place = place
        place.node = reading(place) { SwaggerUpgrade(root: root, in: self).target($0, in: section) }
        return place
    }
}

extension Mapping {
    /// Adds a field that takes the place of another.
    mutating func add(_ key: String, _ value: Node, like entry: Entry) {
        insert(.init(key: key, keyLocation: entry.keyLocation, value: value))
    }

    mutating func add(_ key: String, _ value: Node.Value, at location: SourceLocation) {
        insert(.init(key: key, keyLocation: location, value: Node(value, at: location)))
    }
}

extension Node {
    /// An object whose values are changed or dropped, except for extensions; any other node is returned unchanged.
    func mappingEntries(_ change: (Mapping.Entry) -> Node?) -> Node {
        mapEntries { $0.key.hasPrefix("x-") ? $0.value : change($0) }
    }

    /// A map whose values are changed or dropped; its names may also begin with `x-`.
    func mapEntries(_ change: (Mapping.Entry) -> Node?) -> Node {
        guard let mapping else { return self }
        var changed = Mapping(capacity: mapping.count)
        for entry in mapping.entries {
            guard let value = change(entry) else { continue }
            changed.add(entry.key, value, like: entry)
        }
        return Node(.mapping(changed), at: location)
    }
}
