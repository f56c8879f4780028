/// A document's text and index without their owner: code that uses a tape also keeps the document, and so avoids reference
/// counting.
@usableFromInline
struct JSONTape {
    /// The text, followed by `JSONIndexer.padding` zero bytes.
    @usableFromInline let bytes: UnsafePointer<UInt8>
    /// See `TapeWord`.
    @usableFromInline let words: UnsafePointer<UInt64>
    @usableFromInline let count: Int

    @inlinable
    init(bytes: UnsafePointer<UInt8>, words: UnsafePointer<UInt64>, count: Int) {
        self.bytes = bytes
        self.words = words
        self.count = count
    }

    /// The word at `index`. Indices come from the tape itself; the check prevents mistakes from reading beyond the tape.
    @inlinable
    func word(at index: Int) -> TapeWord {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
        return TapeWord(bits: words[index])
    }

    /// The index of the word after the value at `index`.
    @inlinable
    func indexAfter(_ index: Int) -> Int {
        word(at: index).isContainer ? Int(word(at: index &+ 1).bits & 0xFFFF_FFFF) : index &+ 1
    }

    /// The bytes that a string or number word refers to.
    @inlinable
    func text(of word: TapeWord) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + word.offset, count: word.length)
    }
}
