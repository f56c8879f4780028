/// Names that generated declarations do not use, each with its replacement. One table.
///
/// A generated `struct Error` breaks `throw` in the user's own code; a `Task` shadows Swift's.
package enum ReservedNames {
    /// `Error` -> `ErrorSchema`
    package static func type(_ name: String) -> String {
        types.contains(name) || name == "self" ? name + "Schema" : name
    }

    /// The same for a type in a namespace: there, `Notification` hides Foundation's type only from generated code, which does not
    /// use it.
    static func namespacedType(_ name: String) -> String {
        foundation.contains(name) && !usedFoundation.contains(name) ? name : type(name)
    }

    /// The names from Foundation that generated code uses.
    private static let usedFoundation: Set<String> = [
        "Data", "Date", "Decimal", "Foundation", "TimeZone", "URL", "UUID",
    ]

    /// Members that Swift interprets differently even in backticks, or that a conformance of the declaration provides.
    package static func member(_ name: String) -> String {
        switch name {
        case "self": "itself"
        case "Self": "Itself"
        case "Type": "TypeValue"
        case "init": "initial"
        case "hashValue": "hash"
        case "_": "underscore"
        default: name
        }
    }

    /// Names of cases and static members of enumerations: those that `RawRepresentable` and `CaseIterable` provide.
    package static func enumerationCase(_ name: String) -> String {
        switch name {
        case "rawValue", "RawValue": name + "Case"
        case "allCases": "everyCase"
        case "AllCases": "EveryCase"
        case "none": "noneValue"
        case "some": "someValue"
        // A large enumeration is divided into pieces with names like these.
        default: name.hasPrefix("allCases") ? name + "Case" : member(name)
        }
    }

    /// Swift, Foundation and ApusRuntime; a test checks ApusRuntime's public symbols against this table.
    package static let types: Set<String> = swift.union(foundation).union(runtime)

    static let swift: Set<String> = [
        "Any", "AnyObject", "Array", "AsyncSequence", "Bool", "Character", "Codable", "CodingKey", "CodingKeys",
        "Collection", "Comparable", "Decodable", "Decoder", "Dictionary", "Double", "Encodable", "Encoder", "Equatable",
        "Error", "Float", "Hashable", "Hasher", "Identifiable", "Int", "Int8", "Int16", "Int32", "Int64", "Iterator",
        "Never", "Optional", "Protocol", "Range", "RawValue", "Result", "Self", "Sendable", "Sequence", "Set",
        "StaticString", "String", "Substring", "Task", "Type", "UInt", "UInt8", "UInt16", "UInt32", "UInt64",
        "Unicode", "Void", "Actor", "MainActor", "Duration", "Clock", "CaseIterable", "RawRepresentable", "Mirror",
        "Regex", "SIMD", "KeyPath", "Slice", "Element", "Index", "Swift",
    ]

    static let foundation: Set<String> = [
        "Bundle", "Calendar", "Data", "Date", "DateComponents", "DateInterval", "Decimal", "FileManager", "Foundation",
        "Locale", "Measurement", "Notification", "Operation", "Process", "Progress", "Thread", "TimeZone", "Timer",
        "Unit", "URL", "URLComponents", "URLRequest", "URLResponse", "URLSession", "UUID", "Scanner", "Stream",
        "Host", "Port", "Formatter", "Predicate", "IndexPath", "IndexSet",
    ]

    static let runtime: Set<String> = [
        "APIClient", "APIError", "APIRouter", "APIServer", "ApusRuntime", "Authenticator", "BasicCredentials",
        "BodyAlreadyRead", "BodyLimits", "BodyReader", "BodyTooLarge", "CachedSecret", "CalendarDate", "CallTimeout",
        "ClientCall", "ClientError", "ClientMiddleware", "ClientOperation", "ClientRequest", "ClientResponse",
        "ClientTransport", "ClientValidation", "ClosedEnumeration", "ClosedIntegerEnum", "ClosedNumberEnum",
        "ClosedStringEnum", "Connection", "Credentials", "ExchangeRecord", "ExpectedStatus", "FailureResponse",
        "FilePart", "FlexibleNumber", "Forbidden", "FormEncoding", "HTTPBody", "HTTPField", "HTTPFields",
        "HTTPRequest", "HTTPResponse", "HTTPTypes", "IdempotencyKeyMiddleware", "Identity", "InMemoryTransport",
        "Indirect", "IntegerEnum", "InvalidRequest", "ItemStream", "ItemStreamError", "JSONArrayReader",
        "JSONArrayWriter", "JSONCodable", "JSONDecodable", "JSONDocument", "JSONElements", "JSONEncodable",
        "JSONError", "JSONKey", "JSONKind", "JSONLimits", "JSONMember", "JSONMembers", "JSONModel", "JSONNumber",
        "JSONObjectReader", "JSONObjectWriter", "JSONPathComponent", "JSONShape", "JSONSyntaxError", "JSONTuple",
        "JSONType", "JSONUnion", "JSONValue", "JSONView", "JSONWriter", "LoggingMiddleware", "MultipartModel",
        "MultipartReader", "MultipartWriter", "Nullable", "NumberBound", "NumberEnum", "NextMiddleware", "OAuthError",
        "OAuthFlow",
        "OpenEnumeration", "OperationContext", "OperationFailure", "ParameterLocation", "ParameterStyle",
        "PatternError", "QueryFormat", "ReceivedResponse", "RequestIDMiddleware", "ResponseContent",
        "ResponseDecodingError", "ResponseTimeout", "ResponseTooLarge", "ResponseValue", "RetryBudget",
        "RetryMiddleware", "SecretProvider", "ServerErrorFormat", "ServerInput", "ServerResponse", "ServerSentEvent",
        "ServerURL", "StringEnum", "StringFormat", "StringPattern", "TimeOfDay", "TransportFailure",
        "TransportRequest", "TransportResponse", "Unauthorized", "Validated", "ValidationIssue", "ValidationIssues",
        "Validator", "WebhookClient", "XMLMember", "XMLModel", "XMLName", "XMLShape",
    ]
}
