/// The bytes of an XML document, and the words of its grammar (XML 1.0, fifth edition).
struct XMLScanner {
    private let bytes: [UInt8]
    private(set) var position = 0

    /// - Throws: if the bytes are not UTF-8, the only encoding that is supported.
    init(_ bytes: [UInt8]) throws(XMLSyntaxError) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw XMLSyntaxError("The document is not UTF-8", at: 0)
        }
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    var isAtEnd: Bool { position == bytes.count }
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    func error(_ reason: String) -> XMLSyntaxError { XMLSyntaxError(reason, at: position) }

    mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        for index in 0..<count where bytes[position + index] != text.utf8Start[index] { return false }
        position += count
        return true
    }

    @discardableResult
    mutating func skipSpaces() -> Bool {
        let start = position
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
        return position > start
    }

    /// A name, with its prefix. Outside ASCII, every character is accepted.
    mutating func name() throws(XMLSyntaxError) -> Substring {
        let start = position
        while let byte = next, Self.isNameByte(byte) { position += 1 }
        guard position > start, !Self.isDigitOrMark(bytes[start]) else { throw error("A name is expected") }
        return Substring(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    /// The text up to a delimiter, which is also read.
    mutating func text(upTo delimiter: StaticString, _ what: String) throws(XMLSyntaxError) -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.count {
            let end = position
            if take(delimiter) { return bytes[start..<end] }
            position += 1
        }
        throw XMLSyntaxError("\(what) does not end", at: start)
    }

    /// An attribute's value in quotes. White space in it becomes a space (section 3.3.3).
    mutating func attributeValue() throws(XMLSyntaxError) -> String {
        guard let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw error("A value in quotes is expected")
        }
        position += 1
        var value: [UInt8] = []
        while let byte = next {
            switch byte {
            case quote:
                position += 1
                return String(decoding: value, as: UTF8.self)
            case UInt8(ascii: "<"): throw error("A value must not contain <")
            case UInt8(ascii: "&"): try reference(into: &value)
            case 0x09, 0x0A, 0x0D: append(0x20, to: &value)
            default: try character(into: &value)
            }
        }
        throw error("A value does not end")
    }

    /// Text up to the next tag. Line ends become line feeds (section 2.11).
    mutating func characters(into text: inout [UInt8]) throws(XMLSyntaxError) {
        while let byte = next, byte != UInt8(ascii: "<") {
            if byte == UInt8(ascii: "&") {
                try reference(into: &text)
            } else if byte == 0x0D {
                append(0x0A, to: &text)
                if next == 0x0A { position += 1 }
            } else {
                try character(into: &text)
            }
        }
    }

    /// Text in a CDATA section, whose opening has been read.
    mutating func cdata(into text: inout [UInt8]) throws(XMLSyntaxError) {
        for byte in try self.text(upTo: "]]>", "A CDATA section") {
            if Self.isControl(byte) { throw error("Control characters are not allowed in XML") }
            if byte != 0x0D { text.append(byte) }
            if isNonCharacter(text.suffix(3)) { throw error("U+FFFE and U+FFFF are not allowed in XML") }
        }
    }

    private mutating func append(_ byte: UInt8, to text: inout [UInt8]) {
        text.append(byte)
        position += 1
    }

    private mutating func character(into text: inout [UInt8]) throws(XMLSyntaxError) {
        if Self.isControl(bytes[position]) { throw error("Control characters are not allowed in XML") }
        if isNonCharacter(bytes[position...].prefix(3)) { throw error("U+FFFE and U+FFFF are not allowed in XML") }
        append(bytes[position], to: &text)
    }

    /// Whether bytes are U+FFFE or U+FFFF in UTF-8.
    private func isNonCharacter(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.first == 0xEF else { return false }
        return bytes.elementsEqual([0xEF, 0xBF, 0xBE]) || bytes.elementsEqual([0xEF, 0xBF, 0xBF])
    }

    /// `&amp;`, `&#233;`: only references that need no declaration, since nothing can be declared.
    private mutating func reference(into text: inout [UInt8]) throws(XMLSyntaxError) {
        let start = position
        position += 1
        let name = bytes[position...].prefix(12).prefix { $0 != UInt8(ascii: ";") }
        position += name.count
        guard take(";") else { throw XMLSyntaxError("A reference does not end", at: start) }
        switch String(decoding: name, as: UTF8.self) {
        case "lt": text.append(UInt8(ascii: "<"))
        case "gt": text.append(UInt8(ascii: ">"))
        case "amp": text.append(UInt8(ascii: "&"))
        case "apos": text.append(UInt8(ascii: "'"))
        case "quot": text.append(UInt8(ascii: "\""))
        case let name:
            let digits = name.hasPrefix("#x") ? name.dropFirst(2) : name.dropFirst()
            guard name.hasPrefix("#"), let first = digits.first, first != "+",
                let code = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10), let scalar = Unicode.Scalar(code),
                code > 0x1F || [0x09, 0x0A, 0x0D].contains(code), code != 0xFFFE, code != 0xFFFF
            else { throw XMLSyntaxError("&\(name); is not a character, and entities are not supported", at: start) }
            text += Array(String(Character(scalar)).utf8)
        }
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...0xFF,
            UInt8(ascii: "_"), UInt8(ascii: ":"):
            true
        default: isDigitOrMark(byte)
        }
    }

    private static func isDigitOrMark(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
