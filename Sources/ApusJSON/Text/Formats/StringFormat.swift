/// A `format` of strings that is validated: its name in documents, and the strings that it accepts.
///
/// To add one, see "a string format" in CONTRIBUTING.md: planning must know it too.
public struct StringFormat: Sendable {
    /// `date-time`
    public let name: String

    /// Whether a string, given as well-formed UTF-8, has the format.
    let accepts: @Sendable (UnsafeBufferPointer<UInt8>) -> Bool

    /// A custom format. `accepts` returns whether a string, given as well-formed UTF-8, has the format.
    public init(_ name: String, accepts: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool) {
        self.name = name
        self.accepts = accepts
    }
}

extension StringFormat {
    /// A date-time according to RFC 3339, section 5.6, with its offset: `2025-03-09T12:34:56.789+01:00`.
    public static let dateTime = StringFormat("date-time") { DateTime.isStrict($0) }

    /// A date-time whose offset may be missing, as in Python.
    public static let localDateTime = StringFormat("date-time") { DateTime($0) != nil }

    /// A date according to RFC 3339, section 5.6: `2025-03-09`.
    public static let date = StringFormat("date") { CalendarDate(utf8: $0) != nil }
    /// A time of day according to RFC 3339, section 5.6, with its offset: `12:34:56.789+01:00`.
    public static let time = StringFormat("time") { TimeOfDay(utf8: $0)?.offset != nil }
    /// A UUID according to RFC 9562, section 4, in upper or lower case.
    public static let uuid = StringFormat("uuid") { isUUID($0) }
    /// Any string: bytes that a document represents as a string.
    public static let binary = StringFormat("binary") { _ in true }
    /// A time of day whose offset may be missing, as in Python: `12:34:56`.
    public static let localTime = StringFormat("time") { TimeOfDay(utf8: $0) != nil }
    /// A duration, also as Python writes it: `1 day, 02:03:04`.
    public static let timeSpan = StringFormat("duration") { TimeSpanText.problem($0) == nil }
    /// A UUID of one version: `uuid4`.
    public static func uuid(version: Int) -> StringFormat {
        StringFormat("uuid\(version)") { UUIDText.isUUID($0, version: version) }
    }
    /// An IPv4 or IPv6 address.
    public static let ipAddress = StringFormat("ipvanyaddress") { isIPv4($0) || isIPv6($0) }
    /// An absolute URL according to the WHATWG standard, as browsers parse it.
    public static let url = StringFormat("uri") { WebURL.problem(String(decoding: $0, as: UTF8.self)) == nil }
    /// Base64 according to RFC 4648, section 4, with padding.
    public static let byte = StringFormat("byte") { isBase64($0) }
    /// Four numbers without leading zeros (RFC 2673, section 3.2).
    public static let ipv4 = StringFormat("ipv4") { isIPv4($0) }
    /// An IPv6 address without a zone (RFC 4291, section 2.2).
    public static let ipv6 = StringFormat("ipv6") { isIPv6($0) }

    public static let duration = StringFormat("duration") { isDuration($0) }
    public static let email = StringFormat("email") { EmailGrammar(allowsUnicode: false).matches($0) }
    public static let idnEmail = StringFormat("idn-email") { EmailGrammar(allowsUnicode: true).matches($0) }
    public static let hostname = StringFormat("hostname") { isHostname($0) }
    public static let idnHostname = StringFormat("idn-hostname") { isInternationalHostname($0) }
    public static let uri = StringFormat("uri") { URIGrammar(allowsUnicode: false).isAbsolute($0) }
    public static let uriReference = StringFormat("uri-reference") { URIGrammar(allowsUnicode: false).isReference($0) }
    public static let iri = StringFormat("iri") { URIGrammar(allowsUnicode: true).isAbsolute($0) }
    public static let iriReference = StringFormat("iri-reference") { URIGrammar(allowsUnicode: true).isReference($0) }
    public static let uriTemplate = StringFormat("uri-template") { isURITemplate($0) }
    public static let jsonPointer = StringFormat("json-pointer") { isJSONPointer($0) }
    /// A pattern of ECMA-262 with the `u` flag, as JSON Schema expects it.
    public static let regex = StringFormat("regex") { PatternParser.accepts(String(decoding: $0, as: UTF8.self)) }
    public static let relativeJSONPointer = StringFormat("relative-json-pointer") { isRelativeJSONPointer($0) }
}
