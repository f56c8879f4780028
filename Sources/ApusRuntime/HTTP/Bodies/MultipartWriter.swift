import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes the parts of a `multipart/form-data` body (RFC 7578).
public struct MultipartWriter: Sendable {
    let boundary: String
    /// How properties with a style are written.
    private let encoding: [String: FormEncoding]
    /// The first value that has no JSON form.
    private(set) var failure: JSONError?
    private var pieces: [Piece] = []

    /// One of the consecutive pieces of the body.
    private enum Piece: Sendable {
        case bytes([UInt8])
        /// The content of a file, which is not copied.
        case data(Data)

        var count: Int {
            switch self {
            case .bytes(let bytes): bytes.count
            case .data(let data): data.count
            }
        }
    }

    /// The number of bytes of a file in one chunk. A file that is not larger is copied.
    private static let chunkSize = 64 << 10

    init(encoding: [String: FormEncoding] = [:]) {
        var generator = SystemRandomNumberGenerator()
        let random: (UInt64, UInt64) = (generator.next(), generator.next())
        boundary = "apus-\(String(random.0, radix: 36))\(String(random.1, radix: 36))"
        self.encoding = encoding
    }

    init(boundary: String) {
        self.boundary = boundary
        encoding = [:]
    }

    /// The whole body without the content of large files.
    var outline: [UInt8] {
        pieces.reduce(into: [UInt8]()) { if case .bytes(let bytes) = $1 { $0 += bytes } }
            + Array("--\(boundary)--\r\n".utf8)
    }

    /// The whole body with the closing boundary. Large files are read while it is sent.
    func finish() -> HTTPBody {
        let pieces = pieces + [.bytes(Array("--\(boundary)--\r\n".utf8))]
        let isWhole = pieces.allSatisfy { if case .bytes = $0 { true } else { false } }
        var body = HTTPBody(length: pieces.reduce(0) { $0 + $1.count }, contentType: nil) {
            var rest = pieces[...]
            var offset = 0
            return {
                guard let piece = rest.first else { return nil }
                switch piece {
                case .bytes(let bytes):
                    rest.removeFirst()
                    return bytes
                case .data(let data):
                    let chunk = data.dropFirst(offset).prefix(Self.chunkSize)
                    offset += chunk.count
                    if offset == data.count { (rest, offset) = (rest.dropFirst(), 0) }
                    return Array(chunk)
                }
            }
        }
        body.repeatsChunks = true
        return isWhole ? HTTPBody(outline) : body
    }

    /// Writes a text part for a string, number or boolean, a JSON part for an object, and one part for each element of an array,
    /// unless a style is given for the property. `nil` and `null` are left out. `contentType` is the media type of the parts
    /// according to the document's `encoding`; of several media types, the first is used.
    public mutating func write<Value: JSONEncodable>(_ name: String, _ value: Value?, contentType: String? = nil) {
        guard let value else { return }
        do {
            let root = try JSONDocument(try value.jsonBytes()).root
            if let style = encoding[name] {
                for item in try style.parts(of: name, root) { part(item.name, .bytes(Array(item.text.utf8))) }
                return
            }
            if root.isNull { return }
            let contentType = contentType.flatMap { MediaRanges($0).written }
            for element in root.kind == .array ? Array(root.elements) : [root] {
                let isContainer = element.kind == .object || element.kind == .array
                let type = contentType ?? (isContainer ? "application/json" : nil)
                let isJSON = type.flatMap(MediaType.init)?.isJSON == true
                // `null` has no text form and is left out.
                if element.isNull, !isJSON { continue }
                let text = isJSON ? element.text : element.string ?? element.text
                part(name, contentType: type, .bytes(Array(text.utf8)))
            }
        } catch {
            fail(error as? JSONError ?? JSONError(.unwritable("\(error)"), path: [.key(name)]))
        }
    }

    /// Writes a required list. An empty one would be the same as none and is refused.
    public mutating func write<Element: JSONEncodable>(_ name: String, _ list: [Element], contentType: String? = nil) {
        if list.isEmpty { return fail(.emptyList(name)) }
        write(name, list as [Element]?, contentType: contentType)
    }

    private mutating func fail(_ error: JSONError) { failure = failure ?? error }

    /// Writes a part with a file's name, media type and content; `nil` is left out. A file without a name gets the name of its
    /// part, since servers treat a part without a filename as text. `contentType` lists the media types that files may have,
    /// `image/png, image/jpeg`: a file that does not specify its type gets the first of them, and a file of another type is
    /// refused.
    public mutating func write(_ name: String, _ file: FilePart?, contentType: String? = nil) {
        guard let file else { return }
        let ranges = MediaRanges(contentType)
        let isUnknown = file.contentType == FilePart.unknownType && !ranges.matches(file.contentType)
        let type = isUnknown ? ranges.concrete ?? file.contentType : file.contentType
        guard ranges.matches(type) else { return fail(ranges.mismatch(type, path: [.key(name)])) }
        guard HTTPField.isValidValue(type) else {
            return fail(JSONError(.unwritable("a header field cannot carry its content type"), path: [.key(name)]))
        }
        let isLarge = file.data.count > Self.chunkSize
        let content = isLarge ? Piece.data(file.data) : .bytes(Array(file.data))
        part(name, filename: file.filename ?? name, contentType: type, headers: file.headers, content)
    }

    /// Writes a part for each file; `nil` is left out.
    public mutating func write(_ name: String, _ files: [FilePart]?, contentType: String? = nil) {
        for file in files ?? [] { write(name, file, contentType: contentType) }
    }

    /// Writes a part for each file. There must be at least one.
    public mutating func write(_ name: String, _ files: [FilePart], contentType: String? = nil) {
        if files.isEmpty { return fail(.emptyList(name)) }
        write(name, files as [FilePart]?, contentType: contentType)
    }

    /// Writes the parts for each name, in the order of the names.
    public mutating func write<Value: JSONEncodable>(additionalProperties values: [String: Value]) {
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { write(name, value) }
    }

    /// Writes one file for each name, in the order of the names.
    public mutating func write(additionalProperties files: [String: FilePart]) {
        for (name, file) in files.sorted(by: { $0.key < $1.key }) { write(name, file) }
    }

    /// Writes the files for each name, in the order of the names.
    public mutating func write(additionalProperties files: [String: [FilePart]]) {
        for (name, files) in files.sorted(by: { $0.key < $1.key }) { write(name, files as [FilePart]?) }
    }

    private mutating func part(
        _ name: String, filename: String? = nil, contentType: String? = nil, headers: HTTPFields = HTTPFields(),
        _ content: Piece
    ) {
        var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.escape(name))\""
        if let filename { head += "; filename=\"\(Self.escape(filename))\"" }
        if let contentType { head += "\r\nContent-Type: \(contentType)" }
        for field in headers where field.name != .contentType && field.name != .contentDisposition {
            head += "\r\n\(field.name.rawName): \(field.value)"
        }
        pieces += [.bytes(Array("\(head)\r\n\r\n".utf8)), content, .bytes([0x0D, 0x0A])]
    }

    /// Escapes a string as browsers do: the three characters that could end the string are escaped, others stay UTF-8.
    private static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "%22"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
