import ApusDiagnostics
import ApusOpenAPI

/// The schemas whose values travel as `multipart/form-data`.
enum FormBodies {
    /// Those whose values travel in no other way: what else refers to a schema wants it as JSON. With the encoding of
    /// their parts.
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
        // Media types may share a schema: by an alias of YAML, or because Swagger 2.0 lists them beside one form.
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

    /// Forms that are encoded in two ways are two forms.
    private static func isEqual(_ lhs: OrderedMap<Encoding>, _ rhs: OrderedMap<Encoding>) -> Bool {
        lhs.isEmpty && rhs.isEmpty || lhs.map(\.value.location) == rhs.map(\.value.location)
    }
}

extension SchemaPlanner {
    /// The declaration of a form's parts; nil where the schema is not an object.
    func formType(of schema: Schema, encoding: OrderedMap<Encoding>, naming: Naming) -> TypeReference? {
        let target = document.target(of: schema)
        let source = Shape.Alternative(schema: target)
        let isOwn = forms[ObjectIdentifier(target)] != nil
        if isOwn, case .declared(let id) = planned[source.id]?.type,
            case .structure(let structure) = declarations[id.index].kind, structure.codec == .multipart
        {
            return .declared(id)
        }
        guard let object = formShape(of: target) else { return nil }
        let id = declare(source, naming: naming, suffix: "Form")
        if isOwn { planned[source.id] = PlannedType(.declared(id)) }
        defineForm(id, object, encoding: encoding)
        reportKeywords(of: target)
        return .declared(id)
    }

    func formShape(of schema: Schema) -> ObjectShape? {
        switch resolvedShape(of: schema) {
        case .structure(let object): return object
        case .dictionary(_, let values): return ObjectShape(members: [], additional: values, isClosed: false)
        case .any, .never, .builtin, .flexibleNumber, .external, .reference, .array, .enumeration, .union, .tuple:
            return nil
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

    /// Whether a schema is a file's: bytes of any kind.
    func isFile(_ schema: Schema) -> Bool {
        document.target(of: schema).isFile
    }

    /// The type of a part that is a file, or a list of files; of one that may be either, the list. Null among them is no
    /// part.
    ///
    /// - Parameter contentType: what the part's encoding says that it is.
    func fileType(of schema: Schema, contentType: String? = nil, depth: Int = 0) -> TypeReference? {
        let target = document.target(of: schema)
        if target.isFile || target.saysNothing && contentType.map(MediaTypeChoice.isBinary) == true {
            return .builtin(.filePart)
        }
        if depth > 16 { return nil }
        let alternatives = (target.anyOf + target.oneOf + (target.allOf.count == 1 ? target.allOf : []))
            .filter { !Nullability.isNull($0, in: document) }
        guard alternatives.isEmpty else {
            let types = alternatives.map { fileType(of: $0, contentType: contentType, depth: depth + 1) }
            return types.contains(nil) ? nil : types.first { $0 != .builtin(.filePart) } ?? .builtin(.filePart)
        }
        guard target.types?.contains(.array) ?? true, let items = target.items,
            fileType(of: items, contentType: contentType, depth: depth + 1) == .builtin(.filePart)
        else { return nil }
        return .array(.builtin(.filePart))
    }
}

extension Schema {
    /// `{}` and `{type: string}`: what the value is, its media type alone says.
    fileprivate var saysNothing: Bool {
        if isFreeForm { return boolean == nil }
        return (types ?? []).filter { $0 != .null } == [.string] && format == nil && enumeration == nil
            && constant == nil && contentEncoding == nil && contentMediaType == nil
    }

    /// `format: binary`, and since 3.1 what has a media type that is not text; some say `contentEncoding: binary`.
    fileprivate var isFile: Bool {
        guard enumeration == nil, (types ?? [.string]).filter({ $0 != .null }) == [.string] else { return false }
        if format == "binary" || contentEncoding == "binary" { return types != nil }
        guard let mediaType = contentMediaType.map(MediaTypeChoice.essence), contentEncoding == nil else {
            return false
        }
        return !mediaType.hasPrefix("text/") && !mediaType.hasSuffix("json") && properties.isEmpty
    }
}
