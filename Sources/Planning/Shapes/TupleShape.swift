import ApusOpenAPI

/// An array with a schema for each of its first positions (`prefixItems`).
struct TupleShape {
    var members: [Schema]
    /// The number of elements that are always present.
    var required: Int
    /// The schema of the elements after these; `nil` if they are not typed.
    var rest: Schema?

    init(_ schema: Schema) {
        members = schema.prefixItems
        required = schema.arrays.minItems ?? 0
        rest = schema.items?.boolean == false ? nil : schema.items
    }
}
