/// Writes JSON text: compact UTF-8, with the fewest escapes that RFC 8259 allows.
///
///     var writer = JSONWriter()
///     writer.object { object in
///         object.write("title", "Ship it")
///         object.write("tags", ["a", "b"])
///     }
///     let bytes = try writer.finish()    // {"title":"Ship it","tags":["a","b"]}
///
/// Some Swift values have no JSON form: NaN, infinity, a date outside the years 1 to 9999. `null` is written in their place, and
/// the first of them becomes the error that ``finish()`` throws, so that no such text goes unnoticed.
public struct JSONWriter: ~Copyable {
    @usableFromInline var bytes: UnsafeMutablePointer<UInt8>
    @usableFromInline var count = 0
    @usableFromInline var capacity: Int

    /// A description of the first value that JSON cannot express.
    public private(set) var failure: String?

    /// - Parameter capacity: the number of bytes to reserve at first; the memory grows as needed.
    public init(capacity: Int = 256) {
        self.capacity = max(capacity, 16)
        bytes = .allocate(capacity: self.capacity)
    }

    @inlinable
    deinit { bytes.deallocate() }

    /// The text.
    ///
    /// - Throws: ``JSONError`` of kind `unwritable` when a value has no JSON form.
    public consuming func finish() throws(JSONError) -> [UInt8] {
        if let failure { throw JSONError(.unwritable(failure), path: []) }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    /// The JSON written so far, with `null` for values that have no JSON form.
    package var text: String { String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self) }

    /// Writes `null` and keeps the first `reason` for ``finish()`` to throw.
    public mutating func fail(_ reason: String) {
        if failure == nil { failure = reason }
        writeNull()
    }
}

// Values.
extension JSONWriter {
    /// Writes one value.
    @inlinable
    public mutating func write<T: JSONEncodable>(_ value: T) { value.write(to: &self) }

    /// Writes `null`.
    public mutating func writeNull() { append("null") }

    /// Writes an object; `body` writes its members.
    @inlinable
    public mutating func object(_ body: (inout JSONObjectWriter) -> Void) {
        var object = JSONObjectWriter(self)
        body(&object)
        self = object.finish()
    }

    /// Writes an array; `body` writes its elements.
    @inlinable
    public mutating func array(_ body: (inout JSONArrayWriter) -> Void) {
        var array = JSONArrayWriter(self)
        body(&array)
        self = array.finish()
    }

    /// Writes the text of a number, which must follow JSON's grammar.
    package mutating func write(number text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }
}

// Bytes.
extension JSONWriter {
    /// Makes room for `additional` more bytes.
    @inlinable
    @inline(__always)
    mutating func reserve(_ additional: Int) {
        if capacity &- count < additional { grow(additional) }
    }

    @usableFromInline
    @inline(never)
    mutating func grow(_ additional: Int) {
        // Memory that is not written to costs nothing, while each growth copies what has been written.
        let capacity = max(capacity * 4, count + additional)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        grown.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = grown
        self.capacity = capacity
    }

    @inlinable
    @inline(__always)
    package mutating func append(_ byte: UInt8) {
        reserve(1)
        bytes[count] = byte
        count &+= 1
    }

    @inlinable
    package mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inlinable
    package mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard let start = text.baseAddress else { return }
        reserve(text.count)
        (bytes + count).update(from: start, count: text.count)
        count &+= text.count
    }
}
