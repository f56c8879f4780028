/// Writes the members of one object. Keys are written in the order of the calls: each must be written only once.
public struct JSONObjectWriter: ~Copyable {
    @usableFromInline package var writer: JSONWriter

    @inlinable
    init(_ writer: consuming JSONWriter) {
        self.writer = writer
        self.writer.append(UInt8(ascii: "{"))
    }

    @inlinable
    consuming func finish() -> JSONWriter {
        writer.append(UInt8(ascii: "}"))
        return writer
    }

    /// Writes a member; one that is `nil` is left out.
    @inlinable
    public mutating func write<T: JSONEncodable>(_ key: StaticString, _ value: T?) {
        guard let value else { return }
        writeKey(key)
        value.write(to: &writer)
    }

    /// Writes a member; `nil` is written as `null`.
    @inlinable
    public mutating func writeNullable<T: JSONEncodable>(_ key: StaticString, _ value: T?) {
        writeKey(key)
        if let value { value.write(to: &writer) } else { writer.writeNull() }
    }

    /// Writes a member whose key is not known at compile time; one that is `nil` is left out.
    @inlinable
    public mutating func write<T: JSONEncodable>(key: String, _ value: T?) {
        guard let value else { return }
        writeKey(key)
        value.write(to: &writer)
    }

    /// Writes every entry as a member, sorted by key, so that equal values produce equal text.
    @inlinable
    public mutating func write<Key: JSONKey, T: JSONEncodable>(additionalProperties: [Key: T]) {
        // No array of tuples: where this is not specialized, each access would go through their metadata.
        var keys: [String] = []
        var values: [T] = []
        keys.reserveCapacity(additionalProperties.count)
        values.reserveCapacity(additionalProperties.count)
        for (key, value) in additionalProperties {
            keys.append(key.jsonKey)
            values.append(value)
        }
        for index in Self.order(of: keys) {
            writeKey(keys[index])
            values[index].write(to: &writer)
        }
    }

    /// The positions of the keys in ascending order.
    @usableFromInline
    static func order(of keys: [String]) -> [Int] {
        var ranks: [KeyRank] = []
        ranks.reserveCapacity(keys.count)
        for key in keys {
            guard let rank = KeyRank(key, at: ranks.count) else { return keys.indices.sorted { keys[$0] < keys[$1] } }
            ranks.append(rank)
        }
        ranks.sort { $0.bytes == $1.bytes ? keys[$0.position] < keys[$1.position] : $0.bytes < $1.bytes }
        return ranks.map(\.position)
    }

    /// Writes a member; `value` writes its value.
    @inlinable
    public mutating func write(key: String, _ value: (inout JSONWriter) -> Void) {
        writeKey(key)
        value(&writer)
    }

    @usableFromInline
    package mutating func writeKey(_ key: String) {
        separate()
        writer.write(string: key)
        writer.append(UInt8(ascii: ":"))
    }

    @usableFromInline
    mutating func writeKey(_ key: StaticString) {
        separate()
        key.withUTF8Buffer { writer.write(utf8: $0) }
        writer.append(UInt8(ascii: ":"))
    }

    /// A comma, unless this is the first member. Nothing but the opening brace can end in `{`: a member ends in a value.
    @inline(__always)
    private mutating func separate() {
        if writer.bytes[writer.count &- 1] != UInt8(ascii: "{") { writer.append(UInt8(ascii: ",")) }
    }
}

/// A key of ASCII characters, whose order is that of its bytes: the first eight nearly always decide.
private struct KeyRank {
    /// The first byte highest.
    var bytes: UInt64 = 0
    var position: Int

    /// `nil` unless the key is ASCII: others are ordered by their normalized form.
    init?(_ key: String, at position: Int) {
        self.position = position
        var key = key
        let isASCII = key.withUTF8 { text in
            for place in 0..<Swift.min(8, text.count) { bytes |= UInt64(text[place]) &<< UInt64(56 &- 8 &* place) }
            return text.allSatisfy { $0 < 0x80 }
        }
        if !isASCII { return nil }
    }
}

/// Writes the elements of one array.
public struct JSONArrayWriter: ~Copyable {
    @usableFromInline package var writer: JSONWriter
    /// Whether an element has been left out, after which no other can follow.
    private var isEnded = false

    @inlinable
    init(_ writer: consuming JSONWriter) {
        self.writer = writer
        self.writer.append(UInt8(ascii: "["))
    }

    @inlinable
    consuming func finish() -> JSONWriter {
        writer.append(UInt8(ascii: "]"))
        return writer
    }

    /// Writes an element.
    @inlinable
    public mutating func write<T: JSONEncodable>(_ value: T) {
        separate()
        value.write(to: &writer)
    }

    /// Writes an element; `value` writes it.
    @inlinable
    public mutating func write(_ value: (inout JSONWriter) -> Void) {
        separate()
        value(&writer)
    }

    /// Writes an element that, if it is `nil`, is left out with all elements after it.
    public mutating func write<T: JSONEncodable>(optional value: T?) {
        guard let value else {
            isEnded = true
            return
        }
        write(contentsOf: [value])
    }

    /// Writes each of several elements.
    public mutating func write<T: JSONEncodable>(contentsOf values: [T]) {
        if isEnded, !values.isEmpty { writer.fail("an element of an array is present, but one before it is missing") }
        for value in values { write(value) }
    }

    /// A comma, unless this is the first element. Nothing but the opening bracket can end in `[`.
    @inlinable
    @inline(__always)
    package mutating func separate() {
        if writer.bytes[writer.count &- 1] != UInt8(ascii: "[") { writer.append(UInt8(ascii: ",")) }
    }
}
