// Strings in quotes.
extension JSONWriter {
    /// Writes a string, escaped where JSON demands it: `"`, `\` and control characters.
    public mutating func write(string: String) {
        let isWritten: Void? = string.utf8.withContiguousStorageIfAvailable { write(utf8: $0) }
        if isWritten == nil {
            var string = string  // from Objective-C
            string.withUTF8 { write(utf8: $0) }
        }
    }

    /// `text`: well-formed UTF-8.
    @usableFromInline
    mutating func write(utf8 text: UnsafeBufferPointer<UInt8>) {
        reserve(text.count &+ Self.margin)
        append(UInt8(ascii: "\""))
        if let start = text.baseAddress { write(utf8: start, count: text.count) }
        append(UInt8(ascii: "\""))
    }

    /// Room for both quotes, and for the bytes that are copied but not part of the text.
    private static var margin: Int { 10 }

    private mutating func write(utf8 text: UnsafePointer<UInt8>, count length: Int) {
        var position = 0
        while position < length {
            // Eight bytes are copied before they are checked: those from the first that needs an escape on are overwritten.
            if position &+ 8 <= length {
                let word = loadWord(text + position)
                UnsafeMutableRawPointer(bytes + count).storeBytes(of: word.littleEndian, as: UInt64.self)
                let stops = stringStops(word)
                let plain = stops == 0 ? 8 : stops.trailingZeroBitCount &>> 3
                position &+= plain
                count &+= plain
                if stops == 0 { continue }
            } else if !Self.needsEscape(text[position]) {
                bytes[count] = text[position]
                position &+= 1
                count &+= 1
                continue
            }
            appendEscaped(text[position])
            position &+= 1
            reserve(length &- position &+ Self.margin)
        }
    }

    @inline(__always)
    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append(#"\""#)
        case UInt8(ascii: "\\"): append(#"\\"#)
        case 0x0A: append(#"\n"#)
        case 0x0D: append(#"\r"#)
        case 0x09: append(#"\t"#)
        case 0x08: append(#"\b"#)
        case 0x0C: append(#"\f"#)
        default:
            append(#"\u00"#)
            append(hexadecimalDigit(byte &>> 4))
            append(hexadecimalDigit(byte & 15))
        }
    }
}

extension String {
    /// As JSON, in quotes: `a"b` -> `"a\"b"`
    package var quotedJSON: String {
        var writer = JSONWriter()
        writer.write(string: self)
        return writer.text
    }
}

/// The digit for 0...15, lower case.
@inlinable
func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") &+ value : UInt8(ascii: "a") &+ value &- 10
}
