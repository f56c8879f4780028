/// The content of a JSON string, escape sequences decoded, byte by byte. The text has passed the indexer.
@usableFromInline
struct UnescapedBytes: IteratorProtocol {
    private let text: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// UTF-8 of the last `\u` escape that is still to be given out, lowest byte first.
    private var pending: UInt32 = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    @usableFromInline
    mutating func next() -> UInt8? {
        if pending != 0 {
            defer { pending >>= 8 }
            return UInt8(truncatingIfNeeded: pending)
        }
        guard position < text.count else { return nil }
        guard text[position] == UInt8(ascii: "\\") else {
            position += 1
            return text[position - 1]
        }
        let scalar = Self.escapedScalar(in: text, at: &position)
        guard scalar.value != 0 else { return 0 }
        var utf8 = UTF8.encode(scalar)?.makeIterator()
        var shift: UInt32 = 0
        while let byte = utf8?.next() {
            pending |= UInt32(byte) << shift
            shift += 8
        }
        return next()
    }

    /// The scalar of the escape sequence at `position`, a backslash, and moves `position` behind it.
    static func escapedScalar(in text: UnsafeBufferPointer<UInt8>, at position: inout Int) -> Unicode.Scalar {
        let letter = text[position + 1]
        position += 2
        switch letter {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"): break
        default: return Unicode.Scalar(letter)
        }
        var value = hexadecimal(in: text, at: position)
        position += 4
        if value & 0xFC00 == 0xD800 {
            let low = hexadecimal(in: text, at: position + 2)
            value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
            position += 6
        }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private static func hexadecimal(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> UInt32 {
        var value: UInt32 = 0
        for digit in text[position..<position + 4] { value = value << 4 | UInt32(hexadecimalValue(digit)) }
        return value
    }
}

/// 0...15 for a hexadecimal digit, 0xFF for any other byte.
@inlinable
func hexadecimalValue(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
    default: 0xFF
    }
}

extension JSONTape {
    /// The content of a string word.
    @inlinable
    func string(of word: TapeWord) -> String {
        word.isEscaped ? unescapedString(of: word) : String(decoding: text(of: word), as: UTF8.self)
    }

    @usableFromInline
    func unescapedString(of word: TapeWord) -> String {
        let text = text(of: word)
        return String(unsafeUninitializedCapacity: text.count) { buffer in
            var bytes = UnescapedBytes(text)
            var count = 0
            while let byte = bytes.next() {
                buffer[count] = byte
                count += 1
            }
            return count
        }
    }

    /// The content of a string word.
    func utf8(of word: TapeWord) -> [UInt8] {
        let text = text(of: word)
        return word.isEscaped ? Array(IteratorSequence(UnescapedBytes(text))) : Array(text)
    }

    /// Whether the content of a string word is `other`, byte by byte once decoded.
    @inlinable
    @inline(__always)
    func string(_ word: TapeWord, equals other: UnsafeBufferPointer<UInt8>) -> Bool {
        if word.isEscaped { return unescaped(word, equals: other) }
        guard word.length == other.count, let start = other.baseAddress else { return word.length == other.count }
        return equalBytes(bytes + word.offset, start, count: other.count)
    }

    @usableFromInline
    func unescaped(_ word: TapeWord, equals other: UnsafeBufferPointer<UInt8>) -> Bool {
        var bytes = UnescapedBytes(text(of: word))
        for byte in other where bytes.next() != byte { return false }
        return bytes.next() == nil
    }
}

extension JSONTape {
    /// How many code points a string word has, escape sequences decoded: a surrogate pair is one.
    @usableFromInline
    func scalarCount(of word: TapeWord) -> Int {
        if word.bits & (TapeWord.escaped | TapeWord.nonASCII) == 0 { return word.length }
        return withString(word) { text in
            text.reduce(into: 0) { count, byte in count += byte & 0xC0 == 0x80 ? 0 : 1 }
        }
    }
}

extension JSONView {
    /// Hands the content of a string to `body`, escape sequences decoded.
    ///
    /// - Throws: ``JSONError`` of kind `mismatch` for any other kind of value.
    func withString<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) throws(JSONError) -> Result {
        let word = word
        guard word.tag == TapeWord.string else { throw mismatch("a string") }
        return tape.withString(word, body)
    }

    @inline(never)
    func invalidFormat(_ expected: String) -> JSONError { JSONError(.invalidFormat(expected), at: self) }
}

extension JSONTape {
    /// Hands the content of a string word to `body`, escape sequences decoded.
    func withString<Result>(_ word: TapeWord, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if word.isEscaped { return utf8(of: word).withUnsafeBufferPointer(body) }
        return body(text(of: word))
    }
}
