/// The Swift type of a value.
package indirect enum TypeReference: Hashable, Sendable {
    case builtin(BuiltinType)
    case declared(DeclarationID)
    /// A type that the user wrote or prefers.
    case external(ExternalType)
    case array(TypeReference)
    /// `[String: Value]`, or with keys of another type.
    case dictionary(TypeReference, key: TypeReference = .builtin(.string))
    case optional(TypeReference)
    /// `Nullable<Value>`: null or a value, if absence is a third state.
    case nullable(TypeReference)
    /// `ItemStream<Value>`
    case generic(GenericType, TypeReference)

    package var isOptional: Bool {
        if case .optional = self { true } else { false }
    }

    /// How deeply lists and maps are nested.
    package var depth: Int {
        switch self {
        case .builtin, .declared, .external: 0
        case .array(let inner), .dictionary(let inner, _): inner.depth + 1
        case .optional(let inner), .nullable(let inner), .generic(_, let inner): inner.depth
        }
    }

    /// The type with one level of `Optional` removed.
    package var unwrapped: TypeReference {
        if case .optional(let wrapped) = self { wrapped } else { self }
    }

    /// The type of the values of a member that may be absent or null.
    package var withoutNull: TypeReference {
        if case .nullable(let wrapped) = unwrapped { wrapped } else { unwrapped }
    }
}

/// A type of ApusRuntime that contains values of another type.
package enum GenericType: String, Hashable, Sendable {
    case itemStream = "ItemStream"
    case event = "ServerSentEvent"
    case flexibleNumber = "FlexibleNumber"
}

/// A type that Swift, Foundation or ApusRuntime provides.
package enum BuiltinType: String, Hashable, Sendable, CaseIterable {
    case string = "String"
    case bool = "Bool"
    case int = "Int"
    case int8 = "Int8"
    case int16 = "Int16"
    case int32 = "Int32"
    case int64 = "Int64"
    case uint = "UInt"
    case uint8 = "UInt8"
    case uint16 = "UInt16"
    case uint32 = "UInt32"
    case uint64 = "UInt64"
    case float = "Float"
    case double = "Double"
    case decimal = "Decimal"
    case date = "Date"
    case data = "Data"
    case uuid = "UUID"
    case url = "URL"
    /// A day without a time zone.
    case calendarDate = "CalendarDate"
    case timeOfDay = "TimeOfDay"
    /// Any JSON value, unchanged.
    case json = "JSONValue"
    /// A file in a multipart body.
    case filePart = "FilePart"
    /// Bytes as a stream.
    case body = "HTTPBody"
    case void = "Void"

    /// Whether the type is part of ApusRuntime.
    package var needsRuntime: Bool {
        switch self {
        case .calendarDate, .timeOfDay, .json, .filePart, .body: true
        case .string, .bool, .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64, .float,
            .double, .decimal, .date, .data, .uuid, .url, .void:
            false
        }
    }

    /// Whether generated code that names the type imports Foundation.
    package var needsFoundation: Bool {
        switch self {
        case .decimal, .date, .data, .uuid, .url: true
        case .string, .bool, .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64, .float,
            .double, .calendarDate, .timeOfDay, .json, .filePart, .body, .void:
            false
        }
    }
}

/// A type that `apus.yaml` names: `Foundation.Decimal`, or `Money` of the target's own sources.
package struct ExternalType: Hashable, Sendable {
    /// As the user wrote it.
    package var name: String

    package init(_ name: String) { self.name = name }

    /// The module that is imported for it: the name before the first dot, if there is one.
    package var module: String? {
        guard let dot = name.firstIndex(of: "."), name[..<dot] != "Swift" else { return nil }
        return String(name[..<dot])
    }
}

extension TypeReference {
    /// The declarations that the type names.
    var declared: [DeclarationID] {
        switch self {
        case .builtin, .external: []
        case .declared(let id): [id]
        case .dictionary(let value, let key): key.declared + value.declared
        case .array(let inner), .optional(let inner), .nullable(let inner), .generic(_, let inner): inner.declared
        }
    }

    /// The declarations whose values are stored in place: the contents of an array or a dictionary are stored elsewhere.
    var stored: [DeclarationID] {
        switch self {
        case .builtin, .external, .array, .dictionary, .generic: []
        case .declared(let id): [id]
        case .optional(let inner), .nullable(let inner): inner.stored
        }
    }
}
