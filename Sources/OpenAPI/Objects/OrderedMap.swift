import ApusDiagnostics

/// A map that keeps the document's order and the location of every key.
@frozen
package struct OrderedMap<Value: Sendable>: Sendable {
    @frozen
    package struct Entry: Sendable {
        package let key: String
        /// The location of the key.
        package let location: SourceLocation
        package let value: Value

        package init(key: String, location: SourceLocation, value: Value) {
            self.key = key
            self.location = location
            self.value = value
        }
    }

    package let entries: [Entry]
    /// Only for maps so large that a look-up by comparing keys would be slow.
    private let index: [ByteExact: Int]?

    package init(_ entries: [Entry] = []) {
        self.entries = entries
        index =
            entries.count <= 8
            ? nil
            : Dictionary(
                entries.indices.map { (ByteExact(entries[$0].key), $0) }, uniquingKeysWith: { first, _ in first })
    }

    package subscript(key: String) -> Value? { entry(key)?.value }

    package func entry(_ key: String) -> Entry? {
        let key = ByteExact(key)
        if let index { return index[key].map { entries[$0] } }
        return entries.first { ByteExact($0.key) == key }
    }

    package func mapValues<Other: Sendable>(_ transform: (Value) -> Other) -> OrderedMap<Other> {
        OrderedMap<Other>(entries.map { .init(key: $0.key, location: $0.location, value: transform($0.value)) })
    }

    package var keys: [String] { entries.map(\.key) }
}

// Inlinable, since other modules go through maps everywhere.
extension OrderedMap: RandomAccessCollection {
    @inlinable package var startIndex: Int { 0 }
    @inlinable package var endIndex: Int { entries.count }
    @inlinable package var count: Int { entries.count }
    @inlinable package var isEmpty: Bool { entries.isEmpty }
    @inlinable package var underestimatedCount: Int { entries.count }
    @inlinable package subscript(position: Int) -> Entry { entries[position] }

    @inlinable package func makeIterator() -> IndexingIterator<[Entry]> { entries.makeIterator() }
}
