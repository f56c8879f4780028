import ApusDiagnostics

/// The members of a mapping in document order, each key once.
///
/// Keys are equal if their bytes are equal: in YAML and JSON, `é` as one scalar and `é` as two scalars are different keys, though
/// they are equal as Swift strings.
package struct Mapping: Sendable {
    package struct Entry: Sendable {
        package let key: String
        package let keyLocation: SourceLocation
        package var value: Node

        package init(key: String, keyLocation: SourceLocation, value: Node) {
            self.key = key
            self.keyLocation = keyLocation
            self.value = value
        }
    }

    package private(set) var entries: [Entry] = []
    private var index = KeyIndex()

    package init(capacity: Int = 0) { entries.reserveCapacity(capacity) }

    package var count: Int { entries.count }
    package var isEmpty: Bool { entries.isEmpty }

    package subscript(key: String) -> Node? { entry(key)?.value }

    package func entry(_ key: String) -> Entry? { position(of: key).map { entries[$0] } }

    /// Adds a member; if the key is taken, nothing changes and the entry that has it is returned.
    @discardableResult
    package mutating func insert(_ entry: Entry) -> Entry? {
        if let position = position(of: entry.key) { return entries[position] }
        entries.append(entry)
        index.add(entries)
        return nil
    }

    /// Adds a member; a second one with the same key is left out and reported with both locations.
    mutating func insert(_ entry: Entry, diagnostics: Diagnostics) {
        guard let first = insert(entry) else { return }
        diagnostics.report(
            .duplicateKey,
            "the key '\(entry.key)' appears twice in this mapping",
            at: entry.keyLocation,
            notes: [("it first appears here", first.keyLocation)]
        )
    }

    private func position(of key: String) -> Int? {
        index.isEmpty ? entries.firstIndex { $0.key.hasSameBytes(as: key) } : index.position(of: key, in: entries)
    }
}

extension Mapping: Hashable {
    package static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.count == rhs.count && lhs.entries.allSatisfy { rhs[$0.key] == $0.value }
    }

    package func hash(into hasher: inout Hasher) {
        // The order of the members must not affect the hash.
        var sum = 0
        for entry in entries {
            var member = Hasher()
            member.combineBytes(of: entry.key)
            member.combine(entry.value)
            sum &+= member.finalize()
        }
        hasher.combine(sum)
    }
}
