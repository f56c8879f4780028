#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Five groups of hexadecimal digits with hyphens between them (`format: uuid`), read in either case and written in lower
/// case, which RFC 9562 prefers.
extension UUID: JSONCodable {
    public init(json: borrowing JSONView) throws(JSONError) {
        guard let value = try json.withText({ UUID(utf8: $0) }) else {
            throw json.invalidFormat("a UUID")
        }
        self = value
    }

    public func write(to writer: inout JSONWriter) {
        writer.append(UInt8(ascii: "\""))
        withUnsafeBytes(of: uuid) { bytes in
            for (position, byte) in bytes.enumerated() {
                if position == 4 || position == 6 || position == 8 || position == 10 {
                    writer.append(UInt8(ascii: "-"))
                }
                writer.append(hexadecimalDigit(byte >> 4))
                writer.append(hexadecimalDigit(byte & 15))
            }
        }
        writer.append(UInt8(ascii: "\""))
    }

    public static var jsonShape: JSONShape { .string }

    public static func isExact(_ json: borrowing JSONView) -> Bool { json.isText { UUID(utf8: $0) != nil } }

    /// `nil` if `text` is not valid.
    init?(utf8 text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 36 else { return nil }
        var value: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        let isValid = withUnsafeMutableBytes(of: &value) { bytes in
            var position = 0
            for index in 0..<16 {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    guard text[position] == UInt8(ascii: "-") else { return false }
                    position += 1
                }
                let (high, low) = (hexadecimalValue(text[position]), hexadecimalValue(text[position + 1]))
                guard high < 16, low < 16 else { return false }
                bytes[index] = high << 4 | low
                position += 2
            }
            return true
        }
        guard isValid else { return nil }
        self.init(uuid: value)
    }

    /// From 32 hexadecimal digits.
    package init?(digits: [UInt8]) {
        guard digits.count == 32 else { return nil }
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { digits[$0] }
        let text = Array(groups.joined(separator: [UInt8(ascii: "-")]))
        guard let value = text.withUnsafeBufferPointer({ UUID(utf8: $0) }) else { return nil }
        self = value
    }
}
