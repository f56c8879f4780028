/// The patterns of generated code: each is compiled when it is first used, and found again by the address of its literal.
package enum PatternCache {
    package static func pattern(_ literal: StaticString) -> StringPattern {
        guard literal.hasPointerRepresentation else { return compile(literal) }
        let address = UInt(bitPattern: literal.utf8Start)
        let count = literal.utf8CodeUnitCount
        if let known = table.withLock({ $0.find(address, count) }) { return known }
        let pattern = compile(literal)
        table.withLock { $0.insert(Entry(address: address, count: count, pattern: pattern)) }
        return pattern
    }

    /// The generator has already rejected strings that are not patterns; in handwritten code, such a string matches nothing.
    private static func compile(_ literal: StaticString) -> StringPattern {
        let source = String(describing: literal)
        return (try? StringPattern(source)) ?? StringPattern(unsound: source)
    }

    private static let table = Lock(Table())

    private struct Entry {
        var address: UInt
        /// One literal may be the end of another.
        var count: Int
        var pattern: StringPattern
    }

    /// Open addressing; the number of entries is a power of two, and at most half of them are taken.
    private struct Table {
        private var entries: [Entry?] = Array(repeating: nil, count: 64)
        private var taken = 0

        func find(_ address: UInt, _ count: Int) -> StringPattern? { entries[slot(of: address, count)]?.pattern }

        private func slot(of address: UInt, _ count: Int) -> Int {
            let mask = entries.count - 1
            var slot = Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
            while let entry = entries[slot], entry.address != address || entry.count != count {
                slot = (slot + 1) & mask
            }
            return slot
        }

        mutating func insert(_ entry: Entry) {
            if taken * 2 >= entries.count {
                let old = entries
                entries = Array(repeating: nil, count: old.count * 2)
                for case let entry? in old { entries[slot(of: entry.address, entry.count)] = entry }
            }
            let slot = slot(of: entry.address, entry.count)
            if entries[slot] == nil { taken += 1 }
            entries[slot] = entry
        }
    }
}
