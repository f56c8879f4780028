import ApusDiagnostics
import ApusYAML

/// Keywords of schemas that documents get wrong in ways that leave the rest usable.
extension ObjectReader {
    /// `required`. On a property, as before JSON Schema's draft 4, `true` has no effect in current tools.
    mutating func requiredNames() -> [Located<String>] {
        guard let node = source.fields["required"], let isRequired = node.bool else { return list("required") }
        _ = take("required")
        let message =
            "'required: \(isRequired)' is ignored: 'required' lists the names of properties, in the object that has them"
        context.report(.booleanRequired, message, at: node.location)
        return []
    }

    /// `enum`; an empty one restricts nothing.
    mutating func enumeration() -> [Node]? {
        guard let values: [Node] = value("enum") else { return nil }
        guard values.isEmpty else { return values }
        let location = source.fields.entry("enum")?.keyLocation ?? source.location
        context.report(.emptyEnum, "the enum has no values; it is not checked", at: location)
        return nil
    }

    mutating func pattern() -> Located<String>? {
        (value("pattern") as Located<String>?).flatMap(context.pattern)
    }

    /// If a pattern cannot be read, its schema is left out.
    mutating func patternProperties() -> OrderedMap<Schema> {
        let schemas: OrderedMap<Schema> = map("patternProperties", since: .v31)
        return OrderedMap(
            schemas.compactMap { entry in
                context.pattern(Located(entry.key, at: entry.location)).map {
                    .init(key: $0.value, location: entry.location, value: entry.value)
                }
            }
        )
    }
}
