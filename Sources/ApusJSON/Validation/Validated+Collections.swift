// The checks of elements and members; the checks of the collection itself are part of the surrounding schema.

extension Array: Validated where Element: Validated {
    public static func validate(_ value: inout Validator) { value.array { $0.value(Element.self) } }
}

extension Dictionary: Validated where Key == String, Value: Validated {
    public static func validate(_ value: inout Validator) { value.map { $0.value(Value.self) } }
}

extension Optional: Validated where Wrapped: Validated {
    public static func validate(_ value: inout Validator) { value.nullable { $0.value(Wrapped.self) } }
}

extension Nullable: Validated where Wrapped: Validated {
    public static func validate(_ value: inout Validator) { value.nullable { $0.value(Wrapped.self) } }
}
