/// The kind of a JSON value.
public enum JSONKind: UInt8, Hashable, Sendable, CaseIterable {
    /// `null`
    case null
    /// `true` or `false`
    case boolean
    /// A number, with or without a fraction.
    case number
    /// Text in quotes.
    case string
    /// Values in brackets.
    case array
    /// Members in braces.
    case object
}

/// One value of a ``JSONDocument``. Cheap to copy; keeps its document alive.
public struct JSONView: Sendable {
    /// The document that the value is part of.
    public let document: JSONDocument

    /// Index of the value's first word in the document's tape.
    @usableFromInline package var index: Int

    @inlinable
    package init(document: JSONDocument, index: Int) {
        self.document = document
        self.index = index
    }

    @inlinable var tape: JSONTape { document.tape }
    @inlinable var word: TapeWord { tape.word(at: index) }

    /// The kind of the value.
    @inlinable public var kind: JSONKind { JSONKind(rawValue: UInt8(word.tag)) ?? .null }

    /// Whether the value is `null`.
    @inlinable public var isNull: Bool { word.tag == TapeWord.null }

    /// The value of a boolean; `nil` for any other kind.
    @inlinable
    public var boolean: Bool? {
        let word = word
        return word.tag == TapeWord.boolean ? word.bits & TapeWord.isTrue != 0 : nil
    }

    /// The value of a string, with escape sequences decoded; `nil` for any other kind.
    @inlinable
    public var string: String? {
        let word = word
        return word.tag == TapeWord.string ? tape.string(of: word) : nil
    }

    /// The text of a number exactly as in the document, such as `1.50e2`; `nil` for any other kind.
    @inlinable
    public var numberText: String? {
        let word = word
        return word.tag == TapeWord.number ? String(decoding: tape.text(of: word), as: UTF8.self) : nil
    }

    /// The number of elements of an array, or of members of an object; 0 for any other kind.
    @inlinable
    public var count: Int {
        let word = word
        return word.isContainer ? word.length : 0
    }

    /// Whether two members of this object have the same key.
    @inlinable
    public var hasDuplicateKeys: Bool {
        let word = word
        return word.tag == TapeWord.object && word.bits & TapeWord.duplicates != 0
    }
}

// Positions.
extension JSONView {
    /// The position of the value, in bytes from the start of the document; for a string, that of its opening quote.
    @inlinable public var offset: Int { byteRange.lowerBound }

    /// The range of the value in the document, in bytes, including brackets and quotes.
    @inlinable
    public var byteRange: Range<Int> {
        let word = word
        let start = word.offset
        switch word.tag {
        case TapeWord.string: return start &- 1..<start &+ word.length &+ 1
        case TapeWord.number: return start..<start &+ word.length
        case TapeWord.array, TapeWord.object:
            return start..<start &+ Int(tape.word(at: index &+ 1).bits &>> 32)
        case TapeWord.boolean: return start..<start &+ (word.bits & TapeWord.isTrue != 0 ? 4 : 5)
        default: return start..<start &+ 4
        }
    }

    /// The value's text as in the document.
    public var text: String {
        let range = byteRange
        return String(
            decoding: UnsafeBufferPointer(start: tape.bytes + range.lowerBound, count: range.count), as: UTF8.self)
    }
}

/// Written as in the document, including whitespace.
extension JSONView: JSONEncodable {
    public func write(to writer: inout JSONWriter) {
        let range = byteRange
        writer.append(UnsafeBufferPointer(start: tape.bytes + range.lowerBound, count: range.count))
    }
}

// Children.
extension JSONView {
    /// The elements of an array in document order; empty for any other kind.
    @inlinable public var elements: JSONElements { JSONElements(self) }

    /// The members of an object in document order, duplicate keys included; empty for any other kind.
    @inlinable public var members: JSONMembers { JSONMembers(self) }

    /// The element at `position`; `nil` if there is none. Iterates over the elements before it.
    public subscript(position: Int) -> JSONView? {
        guard kind == .array, position >= 0, position < count else { return nil }
        var index = index + 2
        for _ in 0..<position { index = tape.indexAfter(index) }
        return JSONView(document: document, index: index)
    }

    /// The member with the given key; `nil` if there is none. If the key occurs twice, the last member is used.
    public subscript(key: String) -> JSONView? {
        var found: JSONView?
        for member in members where member.hasKey(key) { found = member.value }
        return found
    }
}
