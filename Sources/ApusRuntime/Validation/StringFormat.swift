/// A `format` of strings that is checked: its name in documents, and what text it accepts.
///
/// To add one: a row here, and its check in Formats/ where there is none yet.
public struct StringFormat: Sendable {
    /// `date-time`
    public let name: String

    /// Whether a text, given as well-formed UTF-8, is of the format.
    let accepts: @Sendable (UnsafeBufferPointer<UInt8>) -> Bool

    public init(_ name: String, accepts: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool) {
        self.name = name
        self.accepts = accepts
    }
}

extension StringFormat {
    /// What is read as a `Date`: a date-time by RFC 3339 whose offset may be missing.
    public static let dateTime = StringFormat("date-time") { DateTime($0) != nil }

    /// A date-time by RFC 3339 to the letter, with its offset.
    public static let dateTimeWithOffset = StringFormat("date-time") { DateTime($0)?.time.offset != nil }

    public static let date = StringFormat("date") { CalendarDate($0) != nil }
    public static let time = StringFormat("time") { TimeOfDay($0)?.offset != nil }
    public static let uuid = StringFormat("uuid") { isUUID($0) }
    public static let byte = StringFormat("byte") { isBase64($0) }
    public static let ipv4 = StringFormat("ipv4") { isIPv4($0) }
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
    public static let relativeJSONPointer = StringFormat("relative-json-pointer") { isRelativeJSONPointer($0) }
}
