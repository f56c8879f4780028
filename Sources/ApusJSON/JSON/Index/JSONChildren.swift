/// The elements of a JSON array, in document order.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
    @usableFromInline var children: JSONChildren

    @inlinable init(_ view: JSONView) { children = JSONChildren(view, of: TapeWord.array) }

    public var underestimatedCount: Int { children.remaining }

    @inlinable
    public mutating func next() -> JSONView? {
        guard let index = children.next(valueAt: 0) else { return nil }
        return JSONView(document: children.document, index: index)
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

    /// The position of the key's opening quote, in bytes from the start of the document.
    @inlinable public var keyOffset: Int { keyWord.offset &- 1 }

    /// Whether `name` is the key, code point by code point (Swift's `==` treats canonically equivalent strings as equal).
    public func hasKey(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { value.tape.string(keyWord, equals: $0) }
    }
}

/// The members of a JSON object, in document order.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
    @usableFromInline var children: JSONChildren

    @inlinable init(_ view: JSONView) { children = JSONChildren(view, of: TapeWord.object) }

    public var underestimatedCount: Int { children.remaining }

    @inlinable
    public mutating func next() -> JSONMember? {
        guard let index = children.next(valueAt: 1) else { return nil }
        return JSONMember(document: children.document, keyIndex: index)
    }
}

/// A walk over what an array or an object contains; any other value contains nothing.
@usableFromInline
struct JSONChildren: Sendable {
    @usableFromInline let document: JSONDocument
    @usableFromInline var index: Int
    @usableFromInline var remaining: Int

    @inlinable
    init(_ view: JSONView, of tag: UInt64) {
        document = view.document
        index = view.index &+ 2
        remaining = view.word.tag == tag ? view.count : 0
    }

    /// The index of the next child, whose value begins that many words after it.
    @inlinable
    mutating func next(valueAt offset: Int) -> Int? {
        guard remaining > 0 else { return nil }
        let child = index
        index = document.tape.indexAfter(index &+ offset)
        remaining &-= 1
        return child
    }
}
