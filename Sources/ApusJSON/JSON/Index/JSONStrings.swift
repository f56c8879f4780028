// The content of strings.

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
            guard let output = buffer.baseAddress else { return 0 }
            return JSONUnescaper(text: text).decode(into: output)
        }
    }

    /// The content of a string word.
    func utf8(of word: TapeWord) -> [UInt8] { withString(word) { Array($0) } }

    /// Whether the decoded content of a string word is equal to `other`, byte by byte.
    @inlinable
    @inline(__always)
    func string(_ word: TapeWord, equals other: UnsafeBufferPointer<UInt8>) -> Bool {
        if word.isEscaped { return unescaped(word, equals: other) }
        guard word.length == other.count, let start = other.baseAddress else { return word.length == other.count }
        return equalBytes(bytes + word.offset, start, count: other.count)
    }

    @usableFromInline
    @inline(never)
    func unescaped(_ word: TapeWord, equals other: UnsafeBufferPointer<UInt8>) -> Bool {
        withString(word) { $0.elementsEqual(other) }
    }
}

extension JSONTape {
    /// The number of code points in a string word after escape sequences are decoded: a surrogate pair is one.
    @usableFromInline
    func scalarCount(of word: TapeWord) -> Int {
        if word.bits & (TapeWord.escaped | TapeWord.nonASCII) == 0 { return word.length }
        return withString(word) { text in
            text.reduce(into: 0) { count, byte in count += byte & 0xC0 == 0x80 ? 0 : 1 }
        }
    }
}

extension JSONView {
    /// Passes the content of a string to `body`, with escape sequences decoded.
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
    /// Passes the content of a string word to `body`, with escape sequences decoded.
    func withString<Result>(_ word: TapeWord, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let text = text(of: word)
        guard word.isEscaped else { return body(text) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { buffer in
            guard let output = buffer.baseAddress else { return body(text) }
            let count = JSONUnescaper(text: text).decode(into: output)
            return body(UnsafeBufferPointer(start: output, count: count))
        }
    }
}
