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
        reserve(text.count &+ 2)
        bytes[count] = UInt8(ascii: "\"")
        count &+= 1
        if let start = text.baseAddress { write(utf8: start, count: text.count) }
        append(UInt8(ascii: "\""))
    }

    private mutating func write(utf8 text: UnsafePointer<UInt8>, count length: Int) {
        var position = 0
        while true {
            let plain = Self.plainLength(text + position, count: length &- position)
            append(UnsafeBufferPointer(start: text + position, count: plain))
            position &+= plain
            if position == length { return }
            appendEscaped(text[position])
            position &+= 1
        }
    }

    /// The number of bytes that can be written as they are.
    @inline(__always)
    private static func plainLength(_ text: UnsafePointer<UInt8>, count: Int) -> Int {
        var position = 0
        while count &- position >= 8 {
            let stops = stringStops(loadWord(text + position))
            if stops != 0 { return position &+ stops.trailingZeroBitCount &>> 3 }
            position &+= 8
        }
        while position < count {
            let byte = text[position]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            position &+= 1
        }
        return position
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
