import HTTPTypes

extension HTTPRequest {
    var queryItems: RequestItems {
        RequestItems(query: path.flatMap { $0[...].halves(at: "?")?.1 } ?? "")
    }

    /// Whether the path is text: every `%` begins an escaped byte, and the bytes are UTF-8.
    var hasTextPath: Bool {
        guard let path else { return false }
        return PercentCoding.isText(path[...].halves(at: "?")?.0 ?? path[...])
    }

    /// A key in the query; `nil` if there is none, or if it is not clear which one counts.
    func queryKey(_ name: String) -> String? {
        let values = Set(queryItems.pairs.filter { $0.name == name }.map(\.raw))
        guard values.count == 1, let raw = values.first else { return nil }
        return PercentCoding.decode(raw, plusIsSpace: true)
    }

    var cookieItems: RequestItems { RequestItems(cookies: headerFields[.cookie] ?? "") }

    /// A key in a cookie: as it is, or decoded if the client could not send it unchanged.
    func cookieKey(_ name: String) -> String? {
        guard let raw = cookieItems.last(name) else { return nil }
        let decoded = PercentCoding.decode(raw)
        return ParameterText.primitive(decoded).isCookieValue ? String(raw) : decoded
    }

    /// The text after the scheme's name in `Authorization`; the name is case-insensitive (RFC 9110, section 11.1).
    func authorization(scheme: String) -> String? {
        guard let (name, rest) = headerFields.value(.authorization)?[...].halves(at: " ") else { return nil }
        return name.lowercased() == scheme ? String(rest.trimmingSpaces) : nil
    }
}
