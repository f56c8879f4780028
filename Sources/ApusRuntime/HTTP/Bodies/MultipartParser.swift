import HTTPTypes

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One part of a `multipart/form-data` body.
struct MultipartPart: Sendable {
    var name: String
    var filename: String?
    var contentType: String?
    /// The header fields other than the two that are read above.
    var headers = HTTPFields()
    /// The body, and the range of the part's content in it.
    var body: BodyContent
    var range = 0..<0

    var bytes: [UInt8] { body.bytes(range) }
    var data: Data { body.data(range) }
}

/// The reason why a body is not a multipart body, for the response to the client.
struct MultipartSyntaxError: Error, Equatable {
    var reason: String
    /// The byte at which reading stopped.
    var offset: Int

    init(_ reason: String, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}

/// Reads `multipart/form-data` (RFC 7578 over RFC 2046, section 5.1) strictly: lines end with CRLF, each part has a
/// `Content-Disposition: form-data; name="..."`, and the closing boundary must be there.
struct MultipartParser {
    /// The limits on what one body may demand of the parser.
    struct Limits: Sendable {
        var parts = 1_000
        var headerBytes = 16 * 1_024
    }

    private let body: BodyContent
    private let bytes: UnsafeRawBufferPointer
    private let delimiter: [UInt8]
    private let limits: Limits
    private var position = 0

    static func parse(
        _ body: BodyContent, boundary: String, limits: Limits = Limits()
    ) throws(MultipartSyntaxError) -> [MultipartPart] {
        // RFC 2046, section 5.1.1: a boundary has 1 to 70 characters.
        guard (1...70).contains(boundary.utf8.count) else {
            throw MultipartSyntaxError("The boundary must have 1 to 70 characters", at: 0)
        }
        let parts = body.withBytes { bytes in
            var parser = Self(body: body, bytes: bytes, delimiter: Array("\r\n--\(boundary)".utf8), limits: limits)
            return Result { () throws(MultipartSyntaxError) in try parser.parts() }
        }
        return try parts.get()
    }

    private init(body: BodyContent, bytes: UnsafeRawBufferPointer, delimiter: [UInt8], limits: Limits) {
        self.body = body
        self.bytes = bytes
        self.delimiter = delimiter
        self.limits = limits
    }

    private mutating func parts() throws(MultipartSyntaxError) -> [MultipartPart] {
        // The first boundary may be at the very start, without the line break that precedes the others.
        if bytes.starts(with: delimiter.dropFirst(2)) {
            position = delimiter.count - 2
        } else if let preamble = find(delimiter, from: 0) {
            position = preamble + delimiter.count
        } else {
            throw MultipartSyntaxError("The boundary does not occur in the body", at: 0)
        }
        var parts: [MultipartPart] = []
        while try !takeClosing() {
            if parts.count == limits.parts {
                throw MultipartSyntaxError("There are more than \(limits.parts) parts", at: position)
            }
            parts.append(try part())
        }
        return parts
    }

    /// Reads what follows a boundary: `--` closes the body, a line break begins a part.
    private mutating func takeClosing() throws(MultipartSyntaxError) -> Bool {
        if take("--") { return true }
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
        guard take("\r\n") else { throw MultipartSyntaxError("A line break must follow the boundary", at: position) }
        return false
    }

    private mutating func part() throws(MultipartSyntaxError) -> MultipartPart {
        let start = position
        var part: MultipartPart?
        var contentType: String?
        var headers = HTTPFields()
        while !take("\r\n") {
            guard let end = find(Array("\r\n".utf8), from: position), end + 2 - start <= limits.headerBytes else {
                throw MultipartSyntaxError("A part's header fields are not terminated or are too long", at: position)
            }
            let line = String(decoding: bytes[position..<end], as: UTF8.self)
            guard let (name, value) = line[...].halves(at: ":") else {
                throw MultipartSyntaxError("A part's header field has no colon", at: position)
            }
            switch name.lowercased() {
            case "content-disposition": part = try disposition(String(value))
            case "content-type": contentType = String(value.trimmingSpaces)
            default:
                // A document cannot declare a field whose name is not valid in HTTP.
                guard let name = HTTPField.Name(String(name)) else { break }
                headers.append(HTTPField(name: name, value: String(value.trimmingSpaces)))
            }
            position = end + 2
        }
        guard var part else { throw MultipartSyntaxError("A part has no Content-Disposition", at: start) }
        // If the part's content is empty, its boundary begins with the line break that ends the header.
        guard let end = find(delimiter, from: position - 2) else {
            throw MultipartSyntaxError("A part is not followed by the boundary", at: start)
        }
        part.contentType = contentType
        part.headers = headers
        part.range = position..<max(end, position)
        position = end + delimiter.count
        return part
    }

    private func disposition(_ value: String) throws(MultipartSyntaxError) -> MultipartPart {
        var scanner = FieldScanner(value)
        scanner.skipSpaces()
        guard scanner.token()?.lowercased() == "form-data", let parameters = scanner.parameters() else {
            throw MultipartSyntaxError("A part's Content-Disposition is not form-data", at: position)
        }
        let named = { (name: String) in parameters.first { $0.name == name }?.value }
        guard let name = named("name") else { throw MultipartSyntaxError("A part has no name", at: position) }
        let filename = named("filename*").flatMap(Self.extended) ?? named("filename").map(Self.browserUnescaped)
        return MultipartPart(name: Self.browserUnescaped(name), filename: filename, body: body)
    }

    /// `UTF-8''na%C3%AFve.txt` -> naïve.txt (RFC 8187); `nil` for another charset.
    private static func extended(_ value: String) -> String? {
        let pieces = value[...].split(on: "'")
        guard pieces.count == 3, pieces[0].lowercased() == "utf-8" else { return nil }
        return PercentCoding.decode(pieces[2])
    }

    /// In a quoted name, browsers escape only `"`, CR and LF, as `%22`, `%0D` and `%0A`.
    private static func browserUnescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        return [("%22", "\""), ("%0D", "\r"), ("%0A", "\n")].reduce(text) { text, escape in
            text[...].split(on: escape.0).joined(separator: escape.1)
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        let found = (0..<count).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
        if found { position += count }
        return found
    }

    /// The first position of `pattern` at or after `start`.
    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        var index = start
        while index + pattern.count <= bytes.count {
            let rest = bytes.count - pattern.count + 1 - index
            guard let found = memchr(base + index, Int32(pattern[0]), rest) else { return nil }
            index = UnsafeRawPointer(found) - base
            if bytes[index..<index + pattern.count].elementsEqual(pattern) { return index }
            index += 1
        }
        return nil
    }
}
