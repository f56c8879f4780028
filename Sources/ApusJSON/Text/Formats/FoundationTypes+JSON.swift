#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Base64 according to RFC 4648, section 4, with padding (`format: byte`).
extension Data: JSONCodable {
    public init(json: borrowing JSONView) throws(JSONError) {
        guard let value = try json.withString({ isBase64($0) ? Data(base64Encoded: Data($0)) : nil }) else {
            throw json.invalidFormat("base64 text")
        }
        self = value
    }

    public func write(to writer: inout JSONWriter) { writer.write(string: base64EncodedString()) }

    public static var jsonShape: JSONShape { .string }
}

/// Absolute and relative references (`format: uri`, `uri-reference`), written as they were read. Characters that a URL cannot
/// contain are percent-encoded, so that responses with such characters can be read too.
extension URL: JSONCodable {
    public init(json: borrowing JSONView) throws(JSONError) {
        let text = try String(json: json)
        // The empty reference is valid too, but `URL(string:)` does not accept it.
        guard let value = text.isEmpty ? URLComponents().url : URL(string: text) else {
            throw json.invalidFormat("a URL")
        }
        self = value
    }

    public func write(to writer: inout JSONWriter) { writer.write(string: absoluteString) }

    public static var jsonShape: JSONShape { .string }
}

/// Exact: a number of more than 38 digits, or beyond the type's range, is an error.
extension Decimal: JSONCodable {
    public init(json: borrowing JSONView) throws(JSONError) {
        let word = json.word
        guard word.tag == TapeWord.number else { throw json.mismatch("a number") }
        let value = DecimalDigits(json.tape.text(of: word))
        let text = value.digits.map(String.init).joined()
        guard value.digits.count <= 38, -128...127 ~= value.exponent,
            let magnitude = value.digits.isEmpty ? 0 : Decimal(string: "\(text)e\(value.exponent)")
        else { throw json.outOfRange("Decimal") }
        self = value.isNegative ? -magnitude : magnitude
    }

    public func write(to writer: inout JSONWriter) {
        guard isFinite else { return writer.fail("\(self) is not a JSON number") }
        writer.write(number: description)
    }

    public static var jsonShape: JSONShape { .number }
}
