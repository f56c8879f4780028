import ApusJSON

/// The formats that a generated validator can check. A raw value is the source text of a member of `StringFormat`.
package enum FormatCheck: String, Hashable, Sendable, CaseIterable {
    case dateTime, localDateTime, date, time, localTime, duration, timeSpan
    case uuid
    case uuid1 = "uuid(version: 1)"
    case uuid3 = "uuid(version: 3)"
    case uuid4 = "uuid(version: 4)"
    case uuid5 = "uuid(version: 5)"
    case uuid6 = "uuid(version: 6)"
    case uuid7 = "uuid(version: 7)"
    case uuid8 = "uuid(version: 8)"
    case byte, binary, ipv4, ipv6, ipAddress, email, idnEmail, hostname, idnHostname
    case uri, uriReference, iri, iriReference, url, uriTemplate, jsonPointer, relativeJSONPointer, regex

    /// The same check, for values that planning looks at.
    package var format: StringFormat {
        switch self {
        case .dateTime: .dateTime
        case .localDateTime: .localDateTime
        case .date: .date
        case .time: .time
        case .localTime: .localTime
        case .duration: .duration
        case .timeSpan: .timeSpan
        case .uuid: .uuid
        case .uuid1: .uuid(version: 1)
        case .uuid3: .uuid(version: 3)
        case .uuid4: .uuid(version: 4)
        case .uuid5: .uuid(version: 5)
        case .uuid6: .uuid(version: 6)
        case .uuid7: .uuid(version: 7)
        case .uuid8: .uuid(version: 8)
        case .byte: .byte
        case .binary: .binary
        case .ipv4: .ipv4
        case .ipv6: .ipv6
        case .ipAddress: .ipAddress
        case .email: .email
        case .idnEmail: .idnEmail
        case .hostname: .hostname
        case .idnHostname: .idnHostname
        case .uri: .uri
        case .uriReference: .uriReference
        case .iri: .iri
        case .iriReference: .iriReference
        case .url: .url
        case .uriTemplate: .uriTemplate
        case .jsonPointer: .jsonPointer
        case .relativeJSONPointer: .relativeJSONPointer
        case .regex: .regex
        }
    }
}
