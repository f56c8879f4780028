/// Following a reference is a lookup: everything that references refer to was read with the document.
extension Document {
    /// The target of a reference; for equal URIs, it is the same object. `nil` if there is none, which was reported.
    package func schema(at reference: Reference) -> Schema? { references.schemas[reference.key] }

    /// The same for a pointer that is in a reference of the document or refers to a component.
    package func schema(at uri: String) -> Schema? { references.schemas[ByteExact(uri)] }

    /// The object itself, or the object at the end of a chain of references, with the description from the reference.
    package func resolve<Object>(_ referenced: Referenced<Object>) -> Object? {
        switch referenced {
        case .value(let object): object
        case .reference(let reference):
            references[keyPath: Object.table][reference.key].map { reference.describing($0) }
        }
    }

    /// `#/components/schemas/Pet` for a component; for an inline schema, the first reference to it, if any.
    package func pointer(of schema: Schema) -> String? { references.pointers[ObjectIdentifier(schema)] }

    /// The name that a discriminator uses for a schema that is not in its mapping: a component's key. For a schema of another file,
    /// the name is the same whatever the document calls the schema.
    package func implicitName(of schema: Schema) -> String? {
        references.names[ObjectIdentifier(schema)]
    }

    /// The security scheme that a key of a security requirement refers to.
    package func securityScheme(_ key: String) -> SecurityScheme? {
        components.securitySchemes[key].flatMap { resolve($0) } ?? references.securitySchemes[ByteExact(key)]
    }
}
