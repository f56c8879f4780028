import ApusOpenAPI

/// The members of objects that a schema names, by their paths: `[]/field` for those of a list's elements.
///
/// Members that a type does not name are lost, so that of two schemas for one value, the one that names more members becomes the
/// type.
struct MemberNames {
    private(set) var paths: Set<String> = []
    private let document: Document
    private var seen: Set<Place> = []

    init(of schema: Schema, in document: Document) {
        self.document = document
        collect(schema, at: "")
    }

    private struct Place: Hashable {
        var schema: ObjectIdentifier
        var depth: Int
    }

    /// The maximum depth to which the members of a type that contains itself are collected, and their maximum number.
    private static let limits = (depth: 6, paths: 2_000)

    private mutating func collect(_ schema: Schema, at path: String, depth: Int = 0) {
        guard depth < Self.limits.depth, paths.count < Self.limits.paths,
            seen.insert(Place(schema: ObjectIdentifier(schema), depth: depth)).inserted
        else { return }
        if let target = schema.reference.flatMap({ document.schema(at: $0) }) {
            collect(target, at: path, depth: depth)
        }
        for part in schema.allOf + schema.anyOf + schema.oneOf { collect(part, at: path, depth: depth) }
        if let items = schema.items { collect(items, at: path + "[]", depth: depth + 1) }
        for entry in schema.properties {
            let place = path + "/" + entry.key
            paths.insert(place)
            collect(entry.value, at: place, depth: depth + 1)
        }
    }
}
