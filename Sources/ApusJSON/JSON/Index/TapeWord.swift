/// One word of the index ("tape") of a ``JSONDocument``.
///
/// A scalar takes one word, an array or object two; a member of an object is the word of its key, then its value's words.
///
///     first word                                        second word of a container
///     bits  0...2   tag                                 bits  0...31  index of the word after the container
///     bits  3...5   flags, by tag                       bits 32...63  length of the container's text in bytes
///     bits  6...34  length in bytes, or child count
///     bits 35...63  offset of the first byte
///
/// The offset of a string is that of its content, after the opening quote, and its length does not include the quotes.
@usableFromInline
struct TapeWord {
    @usableFromInline let bits: UInt64

    @inlinable
    init(bits: UInt64) { self.bits = bits }

    @inlinable
    init(_ tag: UInt64, offset: Int, length: Int) {
        bits = tag | UInt64(truncatingIfNeeded: length) &<< 6 | UInt64(truncatingIfNeeded: offset) &<< 35
    }

    /// The largest offset, length and count that a word can contain: 512 MiB minus one byte.
    @usableFromInline static let fieldLimit = 1 << 29 - 1

    @inlinable var tag: UInt64 { bits & 7 }
    @inlinable var length: Int { Int(truncatingIfNeeded: bits &>> 6) & (1 &<< 29 &- 1) }
    @inlinable var offset: Int { Int(truncatingIfNeeded: bits &>> 35) }

    @inlinable var isContainer: Bool { tag >= Self.array }
    /// Whether it is known, without inspecting the string, that its length is within the limits.
    @inlinable
    @inline(__always)
    func hasLength(atLeast minimum: Int?, atMost maximum: Int?) -> Bool {
        if minimum == nil, maximum == nil { return true }
        // A code point takes at most 12 bytes, those of an escaped surrogate pair.
        let shortest = bits & (Self.escaped | Self.nonASCII) == 0 ? length : (length &+ 11) / 12
        return shortest >= minimum ?? 0 && length <= maximum ?? .max
    }

    @inlinable var isEscaped: Bool { bits & Self.escaped != 0 }

    /// Tag, flags and length: equal for two strings of one kind and length.
    @inlinable var withoutOffset: UInt64 { bits & (1 &<< 35 &- 1) }

    // Tags, in the order of JSONKind.
    @inlinable static var null: UInt64 { 0 }
    @inlinable static var boolean: UInt64 { 1 }
    @inlinable static var number: UInt64 { 2 }
    @inlinable static var string: UInt64 { 3 }
    @inlinable static var array: UInt64 { 4 }
    @inlinable static var object: UInt64 { 5 }

    // Flags.
    /// boolean: the value is `true`.
    @inlinable static var isTrue: UInt64 { 8 }
    /// number: neither fraction nor exponent.
    @inlinable static var integer: UInt64 { 8 }
    /// string: contains an escape sequence.
    @inlinable static var escaped: UInt64 { 8 }
    /// string: contains a non-ASCII byte.
    @inlinable static var nonASCII: UInt64 { 16 }
    /// object: two of its keys are equal.
    @inlinable static var duplicates: UInt64 { 8 }
}
