import ApusDiagnostics
import ApusOpenAPI

/// The schemas whose values travel as `multipart/form-data`.
enum FormBodies {
    /// Those whose values travel in no other way: what else refers to a schema wants it as JSON.
    static func ownSchemas(of document: Document) -> Set<ObjectIdentifier> {
        var bodies: Set<ObjectIdentifier> = []
        for operation in document.paths.flatMap(\.item.operations) {
            guard let body = operation.requestBody.flatMap({ document.resolve($0) }),
                let choice = MediaTypeChoice.best(of: body.content), choice.content == .multipart,
                let schema = choice.entry.value.schema
            else { continue }
            bodies.insert(ObjectIdentifier(schema))
        }
        if bodies.isEmpty { return [] }
        var forms: Set<ObjectIdentifier> = []
        var shared: Set<ObjectIdentifier> = []
        let components = Set(document.components.schemas.map { ObjectIdentifier($0.value) })
        for schema in document.schemas {
            let isBody = bodies.contains(ObjectIdentifier(schema))
            guard let target = schema.reference.flatMap({ document.schema(at: $0) }) else {
                if isBody, !components.contains(ObjectIdentifier(schema)) { forms.insert(ObjectIdentifier(schema)) }
                continue
            }
            let isWhole = isBody && components.contains(ObjectIdentifier(target))
            if isWhole { forms.insert(ObjectIdentifier(target)) } else { shared.insert(ObjectIdentifier(target)) }
        }
        return forms.subtracting(shared)
    }
}

extension SchemaPlanner {
    /// The declaration of a form's parts; nil where the schema is not an object.
    func formType(of schema: Schema, naming: Naming) -> TypeReference? {
        let target = document.target(of: schema)
        let source = Shape.Alternative(schema: target)
        if forms.contains(ObjectIdentifier(target)), case .declared(let id) = planned[source.id]?.type,
            case .structure(let structure) = declarations[id.index].kind, structure.codec == .multipart
        {
            return .declared(id)
        }
        guard let object = formShape(of: target) else { return nil }
        let id = declare(source, naming: naming, suffix: "Form")
        if forms.contains(ObjectIdentifier(target)) { planned[source.id] = PlannedType(.declared(id)) }
        defineStructure(id, object, codec: .multipart)
        reportKeywords(of: target)
        return .declared(id)
    }

    func formShape(of schema: Schema) -> ObjectShape? {
        switch resolvedShape(of: schema) {
        case .structure(let object): return object
        case .dictionary(_, let values): return ObjectShape(members: [], additional: values, isClosed: false)
        case .any, .never, .builtin, .external, .reference, .array, .enumeration, .union, .tuple: return nil
        }
    }

    /// The shape of a schema, references followed.
    func resolvedShape(of schema: Schema) -> Shape.Kind {
        var kind = shape(of: schema).kind
        for _ in 0..<64 {
            guard case .reference(let target) = kind else { break }
            kind = shape(of: target).kind
        }
        return kind
    }

    /// The type of a part that is a file, or a list of files.
    func fileType(of schema: Schema) -> PlannedType? {
        let target = document.target(of: schema)
        if target.isFile { return PlannedType(.builtin(.filePart)) }
        guard case .array(let items) = shape(of: target).kind, let items, document.target(of: items).isFile else {
            return nil
        }
        return PlannedType(.array(.builtin(.filePart)))
    }
}

extension Schema {
    fileprivate var isFile: Bool {
        format == "binary" && (types ?? []).filter { $0 != .null } == [.string] && enumeration == nil
    }
}
