import ApusDiagnostics

/// What a `format` means in Swift: one row for each format.
///
/// A format whose Swift type can represent every string asserts nothing; the others have the check that guards their decoding. A
/// time of day may lack its offset, as opening hours do: a `TimeOfDay` says whether it has one. Formats that are not listed here
/// are `String`, since a type would add nothing that a reader could rely on: `email`, `hostname`, `ipv4`, `password`, `iri`; also
/// `duration`, since Swift has no type for ISO 8601's months and years.
enum Formats {
    struct Row {
        var type: BuiltinType
        var check: FormatCheck?
    }

    static let strings: [String: Row] = [
        "date-time": Row(type: .date, check: .dateTime),
        "date": Row(type: .calendarDate, check: .date),
        "time": Row(type: .timeOfDay, check: .localTime),
        "uuid": Row(type: .uuid, check: .uuid),
        "uri": Row(type: .url, check: .uri),
        "url": Row(type: .url, check: .uri),
        "uri-reference": Row(type: .url, check: .uriReference),
        "byte": Row(type: .data, check: .byte),
        "base64": Row(type: .data, check: .byte),
    ]

    /// What is asserted if every format is asserted.
    static let assertions: [String: FormatCheck] = [
        "date-time": .dateTime, "date": .date, "time": .time, "uuid": .uuid, "ipv4": .ipv4,
        "ipv6": .ipv6, "duration": .duration, "email": .email, "idn-email": .idnEmail, "hostname": .hostname,
        "idn-hostname": .idnHostname, "uri": .uri, "uri-reference": .uriReference, "iri": .iri,
        "iri-reference": .iriReference, "uri-template": .uriTemplate, "json-pointer": .jsonPointer,
        "relative-json-pointer": .relativeJSONPointer, "regex": .regex,
    ]

    /// The formats that pydantic reads in its own way, each with the check that reads them in the same way.
    static let pydantic: [String: FormatCheck] = [
        "date-time": .localDateTime, "date": .date, "time": .localTime, "duration": .timeSpan, "uuid": .uuid,
        "uri": .url, "email": .email, "ipv4": .ipv4, "ipv6": .ipv6, "ipvanyaddress": .ipAddress,
        "binary": .binary, "uuid1": .uuid1, "uuid3": .uuid3, "uuid4": .uuid4, "uuid5": .uuid5, "uuid6": .uuid6,
        "uuid7": .uuid7, "uuid8": .uuid8,
    ]

    /// Whether a format is defined by JSON Schema, by OpenAPI's registry, or by a framework.
    static func isKnown(_ format: String) -> Bool { known.contains(format) }

    /// The known format that was probably intended. Anyone may define formats, so only one letter may differ.
    static func intended(by format: String) -> String? {
        guard format.count > 3, !isKnown(format) else { return nil }
        let typed = Set(strings.keys).union(assertions.keys).union(integers.keys).union(numbers.keys)
        return nearest(to: format, among: typed.sorted(), tolerance: 1)
    }

    private static let known = Set(strings.keys).union(assertions.keys).union(pydantic.keys).union(integers.keys)
        .union(numbers.keys).union([
            "base64url", "binary", "char", "commonmark", "date-time-local", "decimal128", "double-int", "html",
            "http-date", "media-range", "password", "sf-binary", "sf-boolean", "sf-decimal", "sf-integer", "sf-string",
            "sf-token", "time-local", "unixtime",
        ])

    static let integers: [String: BuiltinType] = [
        "int8": .int8, "int16": .int16, "int32": .int32, "int64": .int64,
        "uint": .uint, "uint8": .uint8, "uint16": .uint16, "uint32": .uint32, "uint64": .uint64,
    ]

    static let numbers: [String: BuiltinType] = [
        "float": .float, "double": .double, "decimal": .decimal,
    ]
}
