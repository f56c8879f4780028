/// The elements of a JSON array, in document order.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
    @usableFromInline let document: JSONDocument
    @usableFromInline var index: Int
    @usableFromInline var remaining: Int

    @inlinable
    init(_ view: JSONView) {
        document = view.document
        index = view.index &+ 2
        remaining = view.word.tag == TapeWord.array ? view.count : 0
    }

    public var underestimatedCount: Int { remaining }

    @inlinable
    public mutating func next() -> JSONView? {
        guard remaining > 0 else { return nil }
        let element = JSONView(document: document, index: index)
        index = document.tape.indexAfter(index)
        remaining &-= 1
        return element
    }
}

/// One member of a JSON object.
public struct JSONMember: Sendable {
    /// The member's value.
    public let value: JSONView
    @usableFromInline let keyIndex: Int

    @inlinable
    init(document: JSONDocument, keyIndex: Int) {
        value = JSONView(document: document, index: keyIndex &+ 1)
        self.keyIndex = keyIndex
    }

    @inlinable var keyWord: TapeWord { value.tape.word(at: keyIndex) }

    /// The key, escape sequences decoded.
    @inlinable public var key: String { value.tape.string(of: keyWord) }

    /// Where the key's opening quote stands, in bytes from the start of the document.
    @inlinable public var keyOffset: Int { keyWord.offset &- 1 }

    /// Whether `name` is the key, code point by code point (Swift's `==` would take canonically equal texts for equal).
    public func hasKey(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { value.tape.string(keyWord, equals: $0) }
    }
}

/// The members of a JSON object, in document order.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
    @usableFromInline let document: JSONDocument
    @usableFromInline var index: Int
    @usableFromInline var remaining: Int

    @inlinable
    init(_ view: JSONView) {
        document = view.document
        index = view.index &+ 2
        remaining = view.word.tag == TapeWord.object ? view.count : 0
    }

    public var underestimatedCount: Int { remaining }

    @inlinable
    public mutating func next() -> JSONMember? {
        guard remaining > 0 else { return nil }
        let member = JSONMember(document: document, keyIndex: index)
        index = document.tape.indexAfter(index &+ 1)
        remaining &-= 1
        return member
    }
}
