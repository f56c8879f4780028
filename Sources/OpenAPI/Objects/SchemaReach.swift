import ApusDiagnostics

/// The schemas that operations need.
package struct SchemaReach {
    private let document: Document
    private var reached: Set<ObjectIdentifier> = []
    private var operations: Set<SourceLocation> = []
    /// Schemas, keyed by the schema that they include through `allOf`: a discriminator of that schema selects among them.
    private let heirs: [ObjectIdentifier: [Schema]]

    package init(document: Document) {
        self.document = document
        var heirs: [ObjectIdentifier: [Schema]] = [:]
        for entry in document.components.schemas {
            for base in entry.value.allOf.compactMap(\.reference).compactMap({ document.schema(at: $0) }) {
                heirs[ObjectIdentifier(base), default: []].append(entry.value)
            }
        }
        self.heirs = heirs
    }

    /// The path items that were added, and those of the callbacks of their operations.
    fileprivate private(set) var items: [PathItem] = []
    /// The locations of the parameters, bodies, responses and headers that operations refer to.
    package private(set) var objects: Set<SourceLocation> = []

    package func contains(_ schema: Schema) -> Bool { reached.contains(ObjectIdentifier(schema)) }

    package mutating func add(_ item: PathItem) {
        items.append(item)
        for parameter in item.parameters { add(parameter) }
        for operation in item.operations { add(operation) }
    }

    /// Adds the content of the operation's requests.
    package mutating func add(requestsOf operation: Operation, in item: PathItem) {
        for parameter in item.parameters + operation.parameters { add(parameter) }
        if let body = operation.requestBody.flatMap({ document.resolve($0) }) { add(body.content) }
    }

    private mutating func add(_ operation: Operation) {
        // A callback may lead back to its operation.
        guard operations.insert(operation.location).inserted else { return }
        for parameter in operation.parameters { add(parameter) }
        if let body = operation.requestBody.flatMap({ document.resolve($0) }) {
            objects.insert(body.location)
            add(body.content)
        }
        for response in operation.responses.compactMap({ document.resolve($0.value) }) {
            objects.insert(response.location)
            add(response.headers)
            add(response.content)
        }
        for callback in operation.callbacks.compactMap({ document.resolve($0.value) }) {
            for item in callback.expressions.compactMap({ document.resolve($0.value) }) { add(item) }
        }
    }

    private mutating func add(_ parameter: Referenced<Parameter>) {
        guard let parameter = document.resolve(parameter) else { return }
        objects.insert(parameter.location)
        add([parameter.schema].compactMap { $0 })
        add(parameter.content)
    }

    private mutating func add(_ headers: OrderedMap<Referenced<Header>>) {
        for header in headers.compactMap({ document.resolve($0.value) }) {
            objects.insert(header.location)
            add([header.schema].compactMap { $0 })
            add(header.content)
        }
    }

    private mutating func add(_ content: OrderedMap<MediaType>) {
        for media in content.map(\.value) {
            add([media.schema, media.itemSchema].compactMap { $0 })
            for encoding in media.encoding { add(encoding.value.headers) }
        }
    }

    private mutating func add(_ schemas: [Schema]) {
        var pending = schemas
        while let schema = pending.popLast() {
            guard reached.insert(ObjectIdentifier(schema)).inserted else { continue }
            pending += schema.children
            pending += document.targets(of: schema)
            if schema.discriminator != nil { pending += heirs[ObjectIdentifier(schema), default: []] }
        }
    }
}

extension Document {
    /// The schemas that a schema's references and its discriminator refer to.
    fileprivate func targets(of schema: Schema) -> [Schema] {
        var targets = schema.reference.flatMap { self.schema(at: $0) }.map { [$0] } ?? []
        if let reference = schema.dynamicReference {
            let target = self.schema(at: reference)
            targets += target.map { [$0] } ?? []
            targets += schemas.filter { $0.dynamicAnchor != nil && $0.dynamicAnchor == target?.dynamicAnchor }
        }
        if let discriminator = schema.discriminator {
            let references = discriminator.mapping.map(\.value) + [discriminator.defaultMapping].compactMap { $0 }
            targets += references.compactMap { self.schema(at: $0) }
        }
        return targets
    }

    /// The document with these operations and the schemas that they need.
    package func keeping(paths: [Path], webhooks: OrderedMap<PathItem>) -> Document {
        var reach = SchemaReach(document: self)
        for path in paths { reach.add(path.item) }
        for webhook in webhooks { reach.add(webhook.value) }
        var result = self
        result.paths = paths
        result.webhooks = webhooks
        result.components.schemas = OrderedMap(components.schemas.filter { reach.contains($0.value) })
        result.schemas = schemas.filter(reach.contains)
        // The rules about what is left out no longer apply: a link may refer to an operation that is left out.
        result.pathItems = reach.items
        result.links = []
        return result
    }
}

extension Path {
    /// The path with only these operations.
    package func keeping(_ operations: [Operation]) -> Path {
        Path(template: template, location: location, item: item.keeping(operations))
    }
}

extension PathItem {
    package func keeping(_ operations: [Operation]) -> PathItem {
        var result = self
        result.operations = operations
        return result
    }
}

extension Schema {
    /// The schemas within it.
    var children: [Schema] {
        let maps = [properties, patternProperties, dependentSchemas, definitions].flatMap { $0.map(\.value) }
        let lists = [prefixItems, allOf, anyOf, oneOf].flatMap { $0 }
        let single = [
            contentSchema, items, contains, unevaluatedItems, additionalProperties, unevaluatedProperties,
            propertyNames, not, `if`, then, `else`,
        ]
        return maps + lists + single.compactMap { $0 }
    }
}
