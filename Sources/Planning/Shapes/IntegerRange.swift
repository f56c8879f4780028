import ApusOpenAPI
import ApusYAML

/// The type of integers without a format: `Int`, unless the schema says that they may exceed its range.
enum IntegerRange {
    static func type(of schema: Schema) -> BuiltinType {
        if let value = beyond(schema.default?.number) { return UInt64(value.text) == nil ? .decimal : .uint64 }
        let isNatural = schema.numbers.minimum?.int.map { $0 >= 0 } ?? false
        return isNatural && beyond(schema.numbers.maximum).flatMap { UInt64($0.text) } != nil ? .uint64 : .int
    }

    /// The number, if it is an integer that `Int` cannot represent.
    private static func beyond(_ number: NumberText?) -> NumberText? {
        number.flatMap { $0.isInteger && $0.int == nil ? $0 : nil }
    }
}
