import ApusDiagnostics
import ApusYAML

extension SwaggerUpgrade {
    /// Bodies that a path item declares apply to each operation that has none of its own.
    func pathItem(_ node: Node) -> Node {
        guard let fields = node.mapping else { return node }
        let shared = split(fields["parameters"])
        return node.mappingEntries { entry in
            switch entry.key {
            case "parameters": Node(.sequence(shared.plain), at: entry.value.location)
            case "get", "put", "post", "delete", "options", "head", "patch":
                operation(entry.value, sharedBodies: shared.bodies)
            default: entry.value
            }
        }
    }

    private func operation(_ node: Node, sharedBodies: [Node]) -> Node {
        guard let fields = node.mapping else { return node }
        let own = split(fields["parameters"])
        let bodies = own.bodies + sharedBodies.filter { shared in !own.bodies.contains { overrides($0, shared) } }
        let produces = Self.mediaTypes(fields["produces"]) ?? produces
        let body = requestBody(bodies, consumes: Self.mediaTypes(fields["consumes"]) ?? consumes, at: node.location)
        var upgraded = Mapping()
        for entry in fields.entries {
            switch entry.key {
            case "consumes", "produces": break
            case "parameters":
                upgraded.add("parameters", Node(.sequence(own.plain), at: entry.value.location), like: entry)
            case "schemes":
                guard entry.value != root["schemes"], let servers = servers(schemes: entry.value) else { break }
                upgraded.add("servers", servers, like: entry)
            case "responses":
                let responses = entry.value.mappingEntries { response($0.value, produces: produces) }
                upgraded.add("responses", responses, like: entry)
            default: upgraded.insert(entry)
            }
        }
        if let body { upgraded.insert(.init(key: "requestBody", keyLocation: body.location, value: body)) }
        return Node(.mapping(upgraded), at: node.location)
    }

    /// The parameters in their new form, and those that make up the body, unchanged.
    private func split(_ parameters: Node?) -> (plain: [Node], bodies: [Node]) {
        var split: (plain: [Node], bodies: [Node]) = ([], [])
        for node in parameters?.sequence ?? [] {
            let target = node["$ref"].flatMap { reference in reference.string.flatMap { followed($0, at: reference) } }
            if Self.isBody(target ?? node) {
                split.bodies.append(target ?? node)
            } else {
                split.plain.append(parameter(node))
            }
        }
        return split
    }

    private func followed(_ text: String, at node: Node) -> Node? {
        let uri = context.resolver.absoluteURI(text, at: node.location)
        let reference = Reference(text, uri: uri, at: node.location)
        return context.resolver.end(of: reference, to: Parameter.section, in: context)?.node
    }

    private func overrides(_ own: Node, _ shared: Node) -> Bool {
        own["in"] == shared["in"] && (own["in"]?.string == "body" || own["name"] == shared["name"])
    }

    // MARK: Bodies

    private func requestBody(_ bodies: [Node], consumes: [Located<String>], at location: SourceLocation) -> Node? {
        guard let body = bodies.first(where: { $0["in"]?.string == "body" }) else {
            return bodies.isEmpty ? nil : form(bodies, consumes: consumes, at: location)
        }
        for other in bodies where other.location != body.location {
            context.report(
                .noEquivalent, "an operation can have only one body; this one is left out", at: other.location)
        }
        var content = Mapping()
        for type in consumes.isEmpty ? [Located("application/json", at: body.location)] : consumes {
            let schema = body.mapping?.entry("schema")
            var media = Mapping()
            if let schema { media.insert(schema) }
            let node = Node(.mapping(media), at: schema?.keyLocation ?? body.location)
            content.insert(.init(key: type.value, keyLocation: type.location, value: node))
        }
        var upgraded = Mapping()
        for entry in body.mapping?.entries ?? [] where !["name", "in", "schema"].contains(entry.key) {
            upgraded.insert(entry)
        }
        upgraded.add("content", .mapping(content), at: body.location)
        return Node(.mapping(upgraded), at: body.location)
    }

    /// One object with a property for each parameter. A file makes it multipart.
    private func form(_ parameters: [Node], consumes: [Located<String>], at location: SourceLocation) -> Node {
        var properties = Mapping()
        var required: [Node] = []
        var encoding = Mapping()
        for parameter in parameters {
            guard let fields = parameter.mapping, let name = fields.entry("name"), let key = name.value.string else {
                context.report(.missingField, "the parameter has no 'name'", at: parameter.location)
                continue
            }
            let shape = shape(of: fields, in: "form", at: parameter.location)
            var schema = shape.schema
            for entry in fields.entries where SchemaUpgrade.isAnnotation(entry.key) { schema.insert(entry) }
            let property = Node(.mapping(schema), at: parameter.location)
            properties.insert(.init(key: key, keyLocation: parameter.location, value: property))
            if fields["required"]?.bool == true { required.append(name.value) }
            if fields["allowEmptyValue"]?.bool == true {
                context.report(.noEquivalent, "'allowEmptyValue' is only for query parameters", at: parameter.location)
            }
            // By default in OpenAPI 3, and with Swagger's `multi`, there is a field for each element.
            guard let style = shape.style, !style.isRepeated else { continue }
            encoding.add(key, .mapping(style.fields(at: parameter.location)), at: parameter.location)
        }
        var schema = Mapping()
        schema.add("type", .string("object"), at: location)
        schema.add("properties", .mapping(properties), at: location)
        if !required.isEmpty { schema.add("required", .sequence(required), at: location) }
        var media = Mapping()
        media.add("schema", .mapping(schema), at: location)
        if !encoding.isEmpty { media.add("encoding", .mapping(encoding), at: location) }
        var content = Mapping()
        let hasFile = parameters.contains { $0["type"]?.string == "file" }
        for type in Self.formTypes(consumes, hasFile: hasFile, at: location) {
            content.insert(
                .init(key: type.value, keyLocation: type.location, value: Node(.mapping(media), at: location)))
        }
        var body = Mapping()
        if !required.isEmpty { body.add("required", .bool(true), at: location) }
        body.add("content", .mapping(content), at: location)
        return Node(.mapping(body), at: location)
    }

    private static func formTypes(
        _ consumes: [Located<String>],
        hasFile: Bool,
        at location: SourceLocation
    ) -> [Located<String>] {
        let types = hasFile ? ["multipart/form-data"] : ["multipart/form-data", "application/x-www-form-urlencoded"]
        let named = consumes.filter { types.contains($0.value) }
        let usual = hasFile ? "multipart/form-data" : "application/x-www-form-urlencoded"
        return named.isEmpty ? [Located(usual, at: location)] : named
    }

    // MARK: Responses

    func response(_ node: Node, produces: [Located<String>]) -> Node {
        guard let fields = node.mapping, fields["$ref"] == nil else { return node }
        let schema = fields.entry("schema")
        var upgraded = Mapping()
        for entry in fields.entries {
            switch entry.key {
            case "schema":
                let content = content(entry, examples: fields["examples"], produces: produces)
                upgraded.add("content", Node(.mapping(content), at: entry.value.location), like: entry)
            case "examples":
                report(examples: entry, schema: schema, produces: produces)
            case "headers":
                upgraded.add("headers", entry.value.mapEntries { header($0.value) }, like: entry)
            default: upgraded.insert(entry)
            }
        }
        return Node(.mapping(upgraded), at: node.location)
    }

    private func content(_ schema: Mapping.Entry, examples: Node?, produces: [Located<String>]) -> Mapping {
        var content = Mapping()
        for type in types(of: schema, produces: produces) {
            let example = examples?.mapping?.entry(type.value)
            var media = Mapping()
            media.insert(schema)
            if let example { media.add("example", example.value, like: example) }
            // A media type is identified by its location: one with an example is not the same as that of another type.
            let node = Node(.mapping(media), at: example?.keyLocation ?? schema.keyLocation)
            content.insert(.init(key: type.value, keyLocation: type.location, value: node))
        }
        return content
    }

    /// A file is not JSON, whatever the document as a whole produces.
    private func types(of schema: Mapping.Entry, produces: [Located<String>]) -> [Located<String>] {
        let isFile = schema.value["type"]?.string == "file"
        let types = isFile ? produces.filter { !$0.value.contains("json") } : produces
        let usual = isFile ? "application/octet-stream" : "application/json"
        return types.isEmpty ? [Located(usual, at: schema.keyLocation)] : types
    }

    private func report(examples: Mapping.Entry, schema: Mapping.Entry?, produces: [Located<String>]) {
        let known = schema.map { types(of: $0, produces: produces).map(\.value) } ?? []
        for example in examples.value.mapping?.entries ?? [] where !known.contains(example.key) {
            let message = "the response has no '\(example.key)' that this could be an example of"
            context.report(.noEquivalent, message, at: example.keyLocation)
        }
    }
}
