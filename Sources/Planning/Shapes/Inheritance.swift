import ApusOpenAPI

/// Schemas whose discriminator chooses among those that include them by `allOf`:
///
///     Pet: {discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
///     Cat: {allOf: [{$ref: Pet}, {properties: {lives: {type: integer}}}]}
///
/// A value of type `Pet` may be a cat, so that `Pet` is an enum of all heirs and of pets of no other kind.
struct Inheritance {
    struct Heirs {
        var key: String
        /// The heirs, each with the values of the property that choose it.
        var members: [(schema: Schema, values: [String])]
    }

    private var heirs: [ObjectIdentifier: Heirs] = [:]

    init(_ document: Document) {
        let components = document.components.schemas.map(\.value)
        let bases = components.filter { $0.discriminator != nil && $0.oneOf.isEmpty && $0.anyOf.isEmpty }
        if bases.isEmpty { return }
        let used = Self.used(in: document)
        for base in bases where used.contains(ObjectIdentifier(base)) {
            let schemas = components.filter { $0 !== base && !$0.allOf.isEmpty && document.includes(base, in: $0) }
            guard let key = base.discriminator?.propertyName.value, !schemas.isEmpty,
                base.types.map({ $0.contains(.object) }) ?? true, base.enumeration == nil,
                let values = Discriminators.choice(of: base, among: schemas, in: document),
                values.allSatisfy({ !$0.isEmpty })
            else { continue }
            heirs[ObjectIdentifier(base)] = Heirs(key: key, members: zip(schemas, values).map { ($0, $1) })
        }
    }

    func heirs(of schema: Schema) -> Heirs? { heirs.isEmpty ? nil : heirs[ObjectIdentifier(schema)] }

    /// The schemas that are referenced other than as members of `allOf`.
    private static func used(in document: Document) -> Set<ObjectIdentifier> {
        let included = Set(document.schemas.flatMap { $0.allOf.map { ObjectIdentifier($0) } })
        let references = document.schemas.filter { $0.reference != nil && !included.contains(ObjectIdentifier($0)) }
        return Set(references.map { ObjectIdentifier(document.target(of: $0)) })
    }
}

extension Document {
    /// Whether a schema is another one or includes it through `allOf`.
    func includes(_ base: Schema, in schema: Schema) -> Bool { includes(base, among: [schema]) }

    /// Whether one of the parts is a schema or includes it through `allOf`.
    func includes(_ base: Schema, among parts: [Schema]) -> Bool {
        var pending = parts
        var seen: Set<ObjectIdentifier> = []
        while let next = pending.popLast() {
            let target = target(of: next)
            if target === base { return true }
            if seen.insert(ObjectIdentifier(target)).inserted { pending += target.allOf }
        }
        return false
    }
}
