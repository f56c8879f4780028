import ApusDiagnostics

/// Ensures that a text is UTF-8, so that no later stage has to check, and nothing is repaired silently.
enum TextEncoding {
    static func check(_ file: SourceFile, _ text: SourceText) throws(Diagnostic) {
        if isWide(file.bytes) {
            throw Diagnostic(
                defect: .unsupportedEncoding,
                message: "the text is UTF-16 or UTF-32; save it as UTF-8",
                location: text.start
            )
        }
        let invalid = text.bytes.withUnsafeBufferPointer { firstInvalidByte(in: $0) }
        guard let invalid else { return }
        let byte = text.bytes[text.bytes.startIndex + invalid]
        throw Diagnostic(
            defect: .invalidUtf8,
            message: "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not valid UTF-8 here",
            location: text.location(ofByte: invalid)
        )
    }

    /// Whether the bytes begin with a byte order mark of UTF-16 or UTF-32, or with the zero bytes of a first character that must be
    /// ASCII (YAML 1.2, section 5.2).
    private static func isWide(_ bytes: [UInt8]) -> Bool {
        let start = Array(bytes.prefix(4))
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return true }
        if start.starts(with: [0, 0, 0xFE, 0xFF]) { return true }
        return start.count >= 2 && (start[0] == 0) != (start[1] == 0)
    }

    /// The offset of the first byte that is not allowed in its place in well-formed UTF-8 (Unicode 16, table 3-7).
    static func firstInvalidByte(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var offset = 0
        while offset < bytes.count {
            let lead = bytes[offset]
            if lead < 0x80 {
                offset += 1
                continue
            }
            // How many bytes follow, and what the first of them may be. This rules out overlong forms, surrogates and values beyond
            // U+10FFFF.
            let (following, second): (Int, ClosedRange<UInt8>)
            switch lead {
            case 0xC2...0xDF: (following, second) = (1, 0x80...0xBF)
            case 0xE0: (following, second) = (2, 0xA0...0xBF)
            case 0xED: (following, second) = (2, 0x80...0x9F)
            case 0xE1...0xEF: (following, second) = (2, 0x80...0xBF)
            case 0xF0: (following, second) = (3, 0x90...0xBF)
            case 0xF1...0xF3: (following, second) = (3, 0x80...0xBF)
            case 0xF4: (following, second) = (3, 0x80...0x8F)
            default: return offset
            }
            guard offset + following < bytes.count, second.contains(bytes[offset + 1]) else { return offset }
            for position in (offset + 1)...(offset + following) where bytes[position] & 0xC0 != 0x80 { return offset }
            offset += following + 1
        }
        return nil
    }
}
