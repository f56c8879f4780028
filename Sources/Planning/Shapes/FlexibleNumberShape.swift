import ApusOpenAPI

/// `{type: [integer, string], pattern: "^-?(?:0|[1-9]\\d*)$", format: int32}`: the schema of a number that servers on .NET also
/// read from a string.
enum FlexibleNumberShape {
    /// The type of the number; `nil` if the string may be anything else.
    static func number(of schema: Schema, _ types: [SchemaType]) -> BuiltinType? {
        guard types.count == 2, types.contains(.string), let pattern = schema.strings.pattern?.value,
            spellsNumber(pattern)
        else {
            return nil
        }
        if types.contains(.integer) { return schema.format.map { Formats.integers[$0] } ?? .int }
        if types.contains(.number) { return schema.format.map { Formats.numbers[$0] } ?? .double }
        return nil
    }

    /// Whether a pattern consists only of what occurs in numbers: `^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$`
    private static func spellsNumber(_ pattern: String) -> Bool {
        pattern.hasPrefix("^") && pattern.hasSuffix("$") && (pattern.contains("\\d") || pattern.contains("0-9"))
            && pattern.replacing("\\d", with: "").replacing("\\.", with: "").allSatisfy {
                "^$-+?:()|[]{},0123456789eE*".contains($0)
            }
    }
}
