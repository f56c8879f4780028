/// The value of a `Content-Type` field (RFC 9110, section 8.3.1): `multipart/form-data; boundary=x`.
struct MediaType: Sendable, Equatable {
    /// In lower case, like the names of the parameters.
    var type: String
    var subtype: String
    var parameters: [Parameter] = []

    struct Parameter: Sendable, Equatable {
        var name: String
        var value: String
    }

    /// `nil` for text that is not a media type.
    init?(_ text: String) {
        var scanner = FieldScanner(text)
        scanner.skipSpaces()
        guard let type = scanner.token(), scanner.take("/"), let subtype = scanner.token() else { return nil }
        guard let parameters = scanner.parameters() else { return nil }
        self.type = type.lowercased()
        self.subtype = subtype.lowercased()
        self.parameters = parameters
    }

    /// `application/json`, `application/merge-patch+json`: JSON according to the structured syntax suffix of RFC 6839.
    var isJSON: Bool { subtype == "json" || subtype.hasSuffix("+json") }

    /// `application/xml`, `text/xml`, `application/atom+xml`.
    var isXML: Bool { subtype == "xml" || subtype.hasSuffix("+xml") }

    /// The charset in lower case.
    var charset: String? { self["charset"]?.lowercased() }

    subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// Whether this matches a document's range (`*/*`, `image/*`, `text/plain`).
    func matches(_ range: MediaType) -> Bool {
        (range.type == "*" || range.type == type) && (range.subtype == "*" || range.subtype == subtype)
    }

    /// Whether something can match both media types or ranges.
    static func overlap(_ first: String, _ second: String) -> Bool {
        guard let first = MediaType(first), let second = MediaType(second) else { return false }
        return first.matches(second) || second.matches(first)
    }
}

/// The media types and ranges that are allowed: `image/png, image/*`. Without a list, everything is allowed.
struct MediaRanges: Sendable {
    private let texts: [String]
    private let ranges: [MediaType]?

    init(_ text: String?) {
        texts = text?[...].split(on: ",").map { String($0.trimmingSpaces) } ?? []
        ranges = text == nil ? nil : texts.compactMap { MediaType($0) }
    }

    /// The first media type that is not a range.
    var concrete: String? {
        ranges?.first { $0.type != "*" && $0.subtype != "*" }.map { "\($0.type)/\($0.subtype)" }
    }

    /// The error for a file of another type.
    func mismatch(_ type: String, path: [JSONPathComponent]) -> JSONError {
        let allowed = ranges?.map { "\($0.type)/\($0.subtype)" }.joined(separator: " or ") ?? "*/*"
        return JSONError(.invalidFormat("a file of type \(allowed), and it is \(type)"), path: path)
    }

    /// The media type to write for a value: the first that is not a range, with its parameters.
    var written: String? { texts.first { MediaType($0).map { $0.type != "*" && $0.subtype != "*" } == true } }

    func matches(_ text: String) -> Bool {
        guard let ranges else { return true }
        guard let type = MediaType(text) else { return false }
        return ranges.contains { type.matches($0) }
    }
}

/// Reads the small grammar that header fields share: tokens, quoted strings and `; name=value` (RFC 9110, section 5.6).
struct FieldScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skipSpaces() {
        while let byte = rest.first, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { rest.removeFirst() }
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: scalar) else { return false }
        rest.removeFirst()
        return true
    }

    mutating func token() -> String? {
        let end = rest.firstIndex { !HTTPToken.isTokenByte($0) } ?? rest.endIndex
        guard end != rest.startIndex else { return nil }
        defer { rest = rest[end...] }
        return String(Substring(rest[..<end]))
    }

    /// The content of a quoted string without its escapes; `nil` if there is no closed one.
    ///
    /// Browsers write a quote in a file name as `%22` and leave backslashes alone (the form-data section of the HTML standard), so
    /// a backslash escapes only a quote or itself.
    mutating func quotedString() -> String? {
        guard take("\"") else { return nil }
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"):
                if let next = rest.first, next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") {
                    bytes.append(next)
                    rest.removeFirst()
                } else {
                    bytes.append(byte)
                }
            default: bytes.append(byte)
            }
        }
        return nil
    }

    /// `; charset=utf-8; boundary="x y"` up to the end; `nil` for anything else.
    mutating func parameters() -> [MediaType.Parameter]? {
        var parameters: [MediaType.Parameter] = []
        while true {
            skipSpaces()
            if isAtEnd { return parameters }
            guard take(";") else { return nil }
            skipSpaces()
            if isAtEnd { return parameters }
            guard let name = token(), take("=") else { return nil }
            guard let value = rest.first == UInt8(ascii: "\"") ? quotedString() : token() else { return nil }
            parameters.append(MediaType.Parameter(name: name.lowercased(), value: value))
        }
    }
}
