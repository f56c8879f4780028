/// Writes the parts of a `multipart/form-data` body (RFC 7578).
public struct MultipartWriter: Sendable {
    let boundary: String
    /// The first value that has no JSON form.
    private(set) var failure: JSONError?
    private var bytes: [UInt8] = []

    init() {
        var generator = SystemRandomNumberGenerator()
        let random: (UInt64, UInt64) = (generator.next(), generator.next())
        boundary = "apus-\(String(random.0, radix: 36))\(String(random.1, radix: 36))"
    }

    init(boundary: String) { self.boundary = boundary }

    /// The whole body, closed.
    func finish() -> [UInt8] { bytes + Array("--\(boundary)--\r\n".utf8) }

    /// A part of text for a string, number or boolean, a part for each element of an array of these, and a JSON part for
    /// anything else. `nil` and `null` are left out.
    public mutating func write<Value: JSONEncodable>(_ name: String, _ value: Value?) {
        guard let value else { return }
        do {
            switch try? ParameterText.of(value, style: .form) {
            case .primitive(let text): part(name, Array(text.utf8))
            case .array(let items): for item in items { part(name, Array(item.utf8)) }
            case .object, nil:
                let json = try value.jsonBytes()
                if json != Array("null".utf8) { part(name, contentType: "application/json", json) }
            }
        } catch {
            failure = failure ?? error
        }
    }

    /// A part with a file's name, media type and content; `nil` is left out.
    public mutating func write(_ name: String, _ file: FilePart?) {
        guard let file else { return }
        part(name, filename: file.filename, contentType: file.contentType, Array(file.data))
    }

    /// A part for each file; `nil` is left out.
    public mutating func write(_ name: String, _ files: [FilePart]?) {
        for file in files ?? [] { write(name, file) }
    }

    private mutating func part(_ name: String, filename: String? = nil, contentType: String? = nil, _ content: [UInt8])
    {
        var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.escape(name))\""
        if let filename { head += "; filename=\"\(Self.escape(filename))\"" }
        if let contentType { head += "\r\nContent-Type: \(Self.line(contentType))" }
        bytes += Array("\(head)\r\n\r\n".utf8)
        bytes += content
        bytes += [0x0D, 0x0A]
    }

    /// As browsers do it: the three characters that could end the string are escaped, others stay UTF-8.
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

    /// A media type cannot break out of its line.
    private static func line(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    }
}
