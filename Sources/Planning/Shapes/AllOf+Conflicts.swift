import ApusDiagnostics
import ApusOpenAPI

/// Reports parts of an `allOf` that exclude each other, so that no value is valid.
extension Shapes {
    /// Reports two parts that require different types of one property.
    func reportConflict(_ property: OrderedMap<Schema>.Entry, with other: Schema) {
        guard let types = values(of: property.value), let others = values(of: other), types.isDisjoint(with: others)
        else { return }
        diagnostics.report(
            .unsatisfiable,
            "`\(property.key)` has a different type in another part of `allOf`: no value has both types",
            at: property.location)
    }

    /// Reports a part that allows only its own members although another part requires a different one.
    func reportForbidden(by schema: Schema, _ required: [String]) {
        guard schema.patternProperties.isEmpty,
            let key = required.first(where: { schema.properties[$0] == nil })
        else { return }
        diagnostics.report(
            .unsatisfiable, "`\(key)` is required by another part of `allOf`, and forbidden here: no object is valid",
            at: schema.location(of: "additionalProperties"))
    }

    /// Integers are numbers, too.
    private func values(of schema: Schema) -> Set<SchemaType>? {
        document.target(of: schema).types.map { types in Set(types.map { $0 == .integer ? .number : $0 }) }
    }
}
