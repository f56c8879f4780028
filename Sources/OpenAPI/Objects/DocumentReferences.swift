/// A reference is a look-up: everything that references name was read with the document.
extension Document {
    /// The target of a reference; for an equal URI it is the same object. `nil` when there is none, which was reported.
    package func schema(at reference: Reference) -> Schema? { references.schemas[reference.key] }

    /// The same for a pointer that a reference of the document has or that names a component.
    package func schema(at uri: String) -> Schema? { references.schemas[ByteExact(uri)] }

    /// The object itself or what a chain of references ends at, described as the reference says.
    package func resolve<Object>(_ referenced: Referenced<Object>) -> Object? {
        switch referenced {
        case .value(let object): object
        case .reference(let reference):
            references[keyPath: Object.table][reference.key].map { reference.describing($0) }
        }
    }

    /// `#/components/schemas/Pet` for a component; for an inline schema the first reference that names it, if any.
    package func pointer(of schema: Schema) -> String? { references.pointers[ObjectIdentifier(schema)] }

    /// What a discriminator calls a schema that its mapping does not have: a component's key, and for a schema of another
    /// file the same whatever the document calls it.
    package func implicitName(of schema: Schema) -> String? {
        references.names[ObjectIdentifier(schema)]
    }

    /// What a key of a security requirement names.
    package func securityScheme(_ key: String) -> SecurityScheme? {
        components.securitySchemes[key].flatMap { resolve($0) } ?? references.securitySchemes[ByteExact(key)]
    }
}
