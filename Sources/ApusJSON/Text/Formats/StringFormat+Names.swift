// What the generator needs to know about formats and numbers while it plans.
extension StringFormat {
    /// The format with the name of its row: `dateTime`.
    package static func named(_ name: String) -> StringFormat? { rows[name] }

    package func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { accepts($0) }
    }

    private static let rows: [String: StringFormat] = [
        "dateTime": .dateTime, "localDateTime": .localDateTime, "date": .date, "time": .time, "uuid": .uuid,
        "byte": .byte, "ipv4": .ipv4, "ipv6": .ipv6, "duration": .duration, "email": .email, "idnEmail": .idnEmail,
        "hostname": .hostname, "idnHostname": .idnHostname, "uri": .uri, "uriReference": .uriReference, "iri": .iri,
        "iriReference": .iriReference, "uriTemplate": .uriTemplate, "jsonPointer": .jsonPointer, "regex": .regex,
        "relativeJSONPointer": .relativeJSONPointer, "binary": .binary, "localTime": .localTime, "timeSpan": .timeSpan,
        "ipAddress": .ipAddress, "url": .url,
    ]
}

extension JSONNumber {
    /// Whether this is exactly an integer times the number in `divisor`.
    package func isMultiple(of divisor: String) -> Bool { decimal.isMultiple(of: DecimalDigits(divisor)) }
}
