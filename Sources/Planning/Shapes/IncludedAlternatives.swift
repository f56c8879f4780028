import ApusOpenAPI

/// Which schemas include one that lists alternatives, by `allOf`, however far: found once, since chains of `allOf` may be as long
/// as the document.
struct IncludedAlternatives {
    private let document: Document
    private var known: Set<ObjectIdentifier>
    private var including: Set<ObjectIdentifier> = []

    init(_ document: Document) {
        self.document = document
        known = Set(document.schemas.map { ObjectIdentifier($0) })
        var includers: [ObjectIdentifier: [Schema]] = [:]
        for schema in document.schemas {
            for part in schema.allOf {
                includers[ObjectIdentifier(document.target(of: part)), default: []].append(schema)
            }
        }
        var pending = document.schemas.filter { !$0.anyOf.isEmpty || !$0.oneOf.isEmpty }
        while let next = pending.popLast() {
            for schema in includers[ObjectIdentifier(next)] ?? []
            where including.insert(ObjectIdentifier(schema)).inserted {
                pending.append(schema)
            }
        }
    }

    /// Whether one of the parts of the schema may list alternatives. A schema that planning has made is not known.
    func mayBe(in schema: Schema) -> Bool {
        schema.allOf.contains { part in
            let target = document.target(of: part)
            let id = ObjectIdentifier(target)
            return !target.anyOf.isEmpty || !target.oneOf.isEmpty || including.contains(id) || !known.contains(id)
        }
    }
}
