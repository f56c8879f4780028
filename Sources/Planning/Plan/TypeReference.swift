/// The Swift type of a value.
package indirect enum TypeReference: Hashable, Sendable {
    case builtin(BuiltinType)
    case declared(DeclarationID)
    case array(TypeReference)
    /// `[String: Value]`
    case dictionary(TypeReference)
    case optional(TypeReference)
    /// `Nullable<Value>`: null or a value, where absence is a third state.
    case nullable(TypeReference)

    package var isOptional: Bool {
        if case .optional = self { true } else { false }
    }

    /// How many lists and maps are nested in each other.
    package var depth: Int {
        switch self {
        case .builtin, .declared: 0
        case .array(let inner), .dictionary(let inner): inner.depth + 1
        case .optional(let inner), .nullable(let inner): inner.depth
        }
    }

    /// The type with one level of `Optional` taken off.
    package var unwrapped: TypeReference {
        if case .optional(let wrapped) = self { wrapped } else { self }
    }
}

/// A type that Swift, Foundation or ApusRuntime brings.
package enum BuiltinType: String, Hashable, Sendable, CaseIterable {
    case string = "String"
    case bool = "Bool"
    case int = "Int"
    case int32 = "Int32"
    case int64 = "Int64"
    case uint32 = "UInt32"
    case uint64 = "UInt64"
    case float = "Float"
    case double = "Double"
    case decimal = "Decimal"
    case date = "Date"
    case data = "Data"
    case uuid = "UUID"
    /// Any JSON value, kept as it stands.
    case json = "JSONValue"
    /// A file in a multipart body.
    case filePart = "FilePart"
    /// Bytes with their media type.
    case typedData = "TypedData"
    case void = "Void"

    /// Whether generated code that names the type imports Foundation.
    package var needsFoundation: Bool {
        switch self {
        case .decimal, .date, .data, .uuid: true
        case .string, .bool, .int, .int32, .int64, .uint32, .uint64, .float, .double, .json, .filePart, .typedData,
            .void:
            false
        }
    }
}
