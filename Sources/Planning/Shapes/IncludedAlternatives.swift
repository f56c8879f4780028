import ApusOpenAPI

/// The schemas that directly or indirectly include one with alternatives by `allOf`: computed once, since chains of `allOf` may be
/// as long as the document.
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

    /// Whether one of the parts of the schema may list alternatives. A schema that was created during planning is not known here.
    func mayBe(in schema: Schema) -> Bool {
        schema.allOf.contains { part in
            let target = document.target(of: part)
            let id = ObjectIdentifier(target)
            return !target.anyOf.isEmpty || !target.oneOf.isEmpty || including.contains(id) || !known.contains(id)
        }
    }
}
