import ApusDiagnostics
import ApusOpenAPI

/// Parts of an `allOf` of which no value can be.
extension Shapes {
    /// Two parts that want one property to be of different types.
    func reportConflict(_ property: OrderedMap<Schema>.Entry, with other: Schema) {
        guard let types = values(of: property.value), let others = values(of: other), types.isDisjoint(with: others)
        else { return }
        diagnostics.report(
            .unsatisfiable, "`\(property.key)` is of another type in another part of `allOf`: no value is of both",
            at: property.location)
    }

    /// A part without other members than its own, beside one that requires another.
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
