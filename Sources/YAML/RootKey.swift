/// The key `openapi` or `swagger` at the root of a text, found without parsing: the text may be malformed and still be the intended
/// document.
struct RootKey {
    let indentation: Int
    /// Whether its value begins with a digit, as a version does.
    let hasVersion: Bool

    /// `openapi: 3.1.0`; the key may be indented or in quotes.
    init?(line: ArraySlice<UInt8>) {
        let content = line.drop { $0 == 0x20 }
        guard let value = Self.value(content) else { return nil }
        indentation = content.startIndex - line.startIndex
        hasVersion = value.drop { $0.isWhiteSpace || $0.isQuote }.first.map { (0x30...0x39).contains($0) } ?? false
    }

    /// Whether the text has the key. It may be YAML in block style, YAML in flow style or JSON.
    static func stands(in text: ArraySlice<UInt8>) -> Bool {
        text.first { !$0.isWhiteSpace } == UInt8(ascii: "{") ? standsInFlow(text) : standsInBlock(text)
    }

    /// The root's keys are indented as far as the first line that has content.
    private static func standsInBlock(_ text: ArraySlice<UInt8>) -> Bool {
        var root: Int?
        for line in TextLines(text) {
            let content = line.bytes.drop { $0 == 0x20 }
            guard let first = content.first, !first.isWhiteSpace, first != UInt8(ascii: "#"),
                first != UInt8(ascii: "%"),
                !content.starts(with: "---".utf8)
            else { continue }
            let indentation = content.startIndex - line.bytes.startIndex
            root = root ?? indentation
            if indentation == root, value(content) != nil { return true }
        }
        return false
    }

    /// The root's keys are inside one brace, after it or after a comma.
    private static func standsInFlow(_ text: ArraySlice<UInt8>) -> Bool {
        var (depth, expectsKey, rest) = (0, false, text)
        while let byte = rest.first {
            if expectsKey, !byte.isWhiteSpace {
                if value(rest) != nil { return true }
                expectsKey = false
            }
            rest = rest.dropFirst()
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                expectsKey = depth == 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ","): expectsKey = depth == 1
            case UInt8(ascii: "\""): rest = afterString(rest)
            default: break
            }
        }
        return false
    }

    private static func afterString(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = text
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") { _ = rest.popFirst() }
        }
        return rest
    }

    /// The text after the colon, if the text begins with the key.
    private static func value(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let quote = text.first.flatMap { $0.isQuote ? $0 : nil }
        var rest = quote == nil ? text : text.dropFirst()
        guard let name = ["openapi", "swagger"].first(where: { rest.starts(with: $0.utf8) }) else { return nil }
        rest = rest.dropFirst(name.utf8.count)
        if let quote, rest.popFirst() != quote { return nil }
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
        guard rest.popFirst() == UInt8(ascii: ":") else { return nil }
        return quote != nil || rest.first.map(\.isWhiteSpace) ?? true ? rest : nil
    }
}

extension UInt8 {
    fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }
}
