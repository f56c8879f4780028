/// RFC 3986 percent-coding over UTF-8 bytes.
///
///     PercentCoding.encode("a/b c?é")      -> a%2Fb%20c%3F%C3%A9
///     PercentCoding.decode("a%2Fb%20c")    -> a/b c
package enum PercentCoding {
    /// Encodes every byte that is not unreserved (RFC 3986, section 2.3), so the result is one path segment or one query value
    /// whatever the text contains.
    ///
    /// The characters in `reserved` stay as they are, and so do escapes then: OpenAPI's `allowReserved: true`, the reserved
    /// expansion of RFC 6570, section 3.2.3. The characters in `delimiters` are always escaped.
    package static func encode(_ text: String, keeping reserved: String = "", escaping delimiters: String = "")
        -> String
    {
        let kept = reserved.utf8.filter { !delimiters.utf8.contains($0) }
        return encode(text, keepsEscapes: !reserved.isEmpty) { byte in
            isUnreserved(byte) ? delimiters.isEmpty || !delimiters.utf8.contains(byte) : kept.contains(byte)
        }
    }

    /// For a cookie: encodes the characters that cannot occur in one, and the percent sign. Servers that do not decode cookies thus
    /// read the original value if a cookie can carry it.
    package static func encode(cookie text: String, keepsEscapes: Bool = false, escaping delimiters: String = "")
        -> String
    {
        encode(text, keepsEscapes: keepsEscapes) { byte in
            isCookieOctet(byte) && byte != UInt8(ascii: "%") && !delimiters.utf8.contains(byte)
        }
    }

    /// Whether the byte can occur in a cookie's value (RFC 6265, section 4.1.1).
    package static func isCookieOctet(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\\"): false
        default: (0x21...0x7E).contains(byte)
        }
    }

    private static func encode(_ text: String, keepsEscapes: Bool, isPlain: (UInt8) -> Bool) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 3)
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            let isEscape = byte == UInt8(ascii: "%") && keepsEscapes && escapedByte(rest) != nil
            if isEscape || isPlain(byte) { bytes.append(byte) } else { append(escape: byte, to: &bytes) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Encodes text as in forms (URL Standard, section 5.2): a space becomes `+`; letters, digits and `*-._` stay as they are.
    package static func encode(form text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: " "): bytes.append(UInt8(ascii: "+"))
            case UInt8(ascii: "*"): bytes.append(byte)
            case UInt8(ascii: "~"): append(escape: byte, to: &bytes)
            default: if isUnreserved(byte) { bytes.append(byte) } else { append(escape: byte, to: &bytes) }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(escape byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(hexadecimalDigit(byte >> 4))
        bytes.append(hexadecimalDigit(byte & 0xF))
    }

    /// Decodes `%XX`; everything else stays as it is, and invalid UTF-8 becomes U+FFFD, as in the URL standard.
    ///
    /// `plusIsSpace` is the rule of `application/x-www-form-urlencoded`, which query strings follow in practice.
    package static func decode(_ raw: Substring, plusIsSpace: Bool = false) -> String {
        let plus = UInt8(ascii: "+")
        let percent = UInt8(ascii: "%")
        guard raw.utf8.contains(where: { $0 == percent || (plusIsSpace && $0 == plus) }) else { return String(raw) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.utf8.count)
        var rest = raw.utf8[...]
        while let byte = rest.popFirst() {
            if byte == percent, let value = escapedByte(rest) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(plusIsSpace && byte == plus ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether every `%` begins an escaped byte, and the bytes that the text stands for are UTF-8.
    package static func isText(_ raw: Substring) -> Bool {
        let percent = UInt8(ascii: "%")
        var rest = raw.utf8[...]
        var bytes: [UInt8] = []
        while let position = rest.firstIndex(of: percent) {
            bytes += rest[..<position]
            rest = rest[position...].dropFirst()
            guard let byte = escapedByte(rest) else { return false }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes.isEmpty || String(validating: bytes + rest, as: UTF8.self) != nil
    }

    /// The byte that two hexadecimal digits at the start of `digits` represent.
    @inline(__always)
    package static func escapedByte(_ digits: Substring.UTF8View) -> UInt8? {
        var iterator = digits.makeIterator()
        guard let high = iterator.next(), let low = iterator.next() else { return nil }
        return byte(high: high, low: low)
    }

    @inline(__always)
    package static func byte(high: UInt8, low: UInt8) -> UInt8? {
        guard let high = hexadecimalValue(high), let low = hexadecimalValue(low) else { return nil }
        return high << 4 | low
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    package static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func hexadecimalValue(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
