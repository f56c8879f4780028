import ApusDiagnostics
import ApusOpenAPI

/// The schemas whose values are sent as `multipart/form-data`.
enum FormBodies {
    /// The schemas whose values are sent in no other way, with the encoding of their parts. Everything else that refers to such a
    /// schema needs it as JSON.
    static func ownSchemas(of document: Document) -> [ObjectIdentifier: OrderedMap<Encoding>] {
        var bodies: [ObjectIdentifier: OrderedMap<Encoding>] = [:]
        var others: Set<ObjectIdentifier> = []
        for operation in document.paths.flatMap(\.item.operations) {
            let answers = operation.responses.compactMap { document.resolve($0.value)?.content }
            let body = operation.requestBody.flatMap { document.resolve($0)?.content }
            let contents = answers + [body].compactMap { $0 }
            for choice in contents.flatMap(MediaTypeChoice.ranked) {
                guard let schema = choice.entry.value.schema else { continue }
                if choice.content.kind == .multipart {
                    bodies[ObjectIdentifier(schema)] = choice.entry.value.encoding
                } else {
                    others.insert(ObjectIdentifier(schema))
                }
            }
        }
        // Media types may share a schema: through a YAML alias, or because Swagger 2.0 lists several for one form.
        for schema in others { bodies[schema] = nil }
        if bodies.isEmpty { return [:] }
        var forms: [ObjectIdentifier: OrderedMap<Encoding>] = [:]
        var shared: Set<ObjectIdentifier> = []
        let components = Set(document.components.schemas.map { ObjectIdentifier($0.value) })
        for schema in document.schemas {
            let encoding = bodies[ObjectIdentifier(schema)]
            guard let target = schema.reference.flatMap({ document.schema(at: $0) }) else {
                if let encoding, !components.contains(ObjectIdentifier(schema)) {
                    forms[ObjectIdentifier(schema)] = encoding
                }
                continue
            }
            let identity = ObjectIdentifier(target)
            if let encoding, components.contains(identity), forms[identity].map({ isEqual($0, encoding) }) ?? true {
                forms[identity] = encoding
            } else {
                shared.insert(identity)
            }
        }
        return forms.filter { !shared.contains($0.key) }
    }

    /// Forms with different encodings are different forms.
    private static func isEqual(_ lhs: OrderedMap<Encoding>, _ rhs: OrderedMap<Encoding>) -> Bool {
        lhs.isEmpty && rhs.isEmpty || lhs.map(\.value.location) == rhs.map(\.value.location)
    }
}
