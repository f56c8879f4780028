import ApusYAML

/// A version of JSON Schema before 2020-12 that `$schema` names. In it, later keywords have no meaning, and older ones have their
/// meaning of that time. What replaced those is in `SchemaUpgrade`.
///
///     $schema: .../draft/2019-09/schema, prefixItems: [A]           -> {}
///     $schema: .../draft-07/schema#, $ref: X, minimum: 1            -> $ref: X
///     $schema: .../draft-07/schema#, $id: "#name"                   -> $anchor: name
///     $schema: .../draft/2019-09/schema, $recursiveRef: "#"         -> $ref: "#"
enum HistoricDraft: String, CaseIterable {
    case draft4 = "draft-04"
    case draft6 = "draft-06"
    case draft7 = "draft-07"
    case draft2019 = "draft/2019-09"

    /// `nil` for the current version, and for dialects of others.
    init?(dialect: String) {
        let names = ["http:", "https:"].flatMap { scheme in
            Self.allCases.map { ("\(scheme)//json-schema.org/\($0.rawValue)/schema", $0) }
        }
        let uri = dialect.hasSuffix("#") ? String(dialect.dropLast()) : dialect
        guard let named = names.first(where: { $0.0 == uri }) else { return nil }
        self = named.1
    }

    /// The keywords that were added by the version after each.
    private static let additions: [(before: HistoricDraft, keywords: Set<String>)] = [
        (.draft4, ["const", "contains", "propertyNames", "$id"]),
        (.draft6, ["if", "then", "else"]),
        (
            .draft7,
            [
                "$anchor", "$vocabulary", "dependentRequired", "dependentSchemas", "minContains", "maxContains",
                "unevaluatedItems", "unevaluatedProperties", "contentSchema",
            ]
        ),
        (.draft2019, ["prefixItems", "$dynamicRef", "$dynamicAnchor"]),
    ]

    private var isBefore2019: Bool { self != .draft2019 }

    /// A schema's fields without those that had no meaning.
    func meaning(of fields: Mapping) -> Mapping {
        // "All other properties in a "$ref" object MUST be ignored" [draft 7, core, section 8.3].
        if isBefore2019, let reference = fields.entry("$ref"), reference.value.string != nil {
            return fields.filter { $0.key == "$ref" }
        }
        let later = Self.additions.drop { $0.before != self }.reduce(into: Set()) { $0.formUnion($1.keywords) }
        var kept = fields.filter { !later.contains($0.key) }
        if let id = kept.entry("$id"), let name = id.value.string, name.hasPrefix("#"), name.count > 1 {
            let anchor = Node(.string(String(name.dropFirst())), at: id.value.location)
            let entry = Mapping.Entry(key: "$anchor", keyLocation: id.keyLocation, value: anchor)
            kept = kept.replacing("$id", with: entry)
        }
        // Without `$recursiveAnchor` around it, `$recursiveRef` is the same as `$ref`.
        if self == .draft2019, fields.entry("$ref") == nil, let reference = kept.entry("$recursiveRef") {
            let entry = Mapping.Entry(key: "$ref", keyLocation: reference.keyLocation, value: reference.value)
            kept = kept.replacing("$recursiveRef", with: entry)
        }
        return kept
    }
}
