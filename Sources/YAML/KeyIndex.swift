/// Finds a key among many: an open hash table of positions into the entries of a mapping.
///
/// Most mappings have only a few keys, which are faster to search one by one, so a small mapping has no table.
struct KeyIndex: Sendable {
    private static let searchedOneByOne = 12

    /// Positions plus one; 0 is a free slot. The number of slots is a power of two, and at most half of them are taken.
    private var slots: [UInt32] = []

    var isEmpty: Bool { slots.isEmpty }

    func position(of key: String, in entries: [Mapping.Entry]) -> Int? {
        var slot = start(of: key)
        while slots[slot] != 0 {
            let position = Int(slots[slot]) - 1
            if entries[position].key.hasSameBytes(as: key) { return position }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds the last entry, whose key no earlier entry has.
    mutating func add(_ entries: [Mapping.Entry]) {
        guard entries.count > Self.searchedOneByOne else { return }
        if entries.count * 2 > slots.count {
            slots = Array(repeating: 0, count: max(4 * Self.searchedOneByOne, slots.count).nextPowerOfTwo * 2)
            for position in entries.indices { place(position, entries[position].key) }
        } else {
            place(entries.count - 1, entries[entries.count - 1].key)
        }
    }

    private mutating func place(_ position: Int, _ key: String) {
        var slot = start(of: key)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(position + 1)
    }

    private func start(of key: String) -> Int {
        // Seeded anew in every process, so that nobody can write a document whose keys collide.
        var hasher = Hasher()
        hasher.combineBytes(of: key)
        return hasher.finalize() & (slots.count - 1)
    }
}

extension Hasher {
    mutating func combineBytes(of text: String) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { combine(bytes: UnsafeRawBufferPointer($0)) }
        if isDone == nil { for byte in text.utf8 { combine(byte) } }
    }
}

extension String {
    /// Compares byte by byte, whereas `==` also treats strings as equal that are canonically equivalent.
    func hasSameBytes(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}

extension Int {
    fileprivate var nextPowerOfTwo: Int { self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
