/// Finds the members of one object by their keys.
///
/// A lookup begins where the previous one ended: if members are asked for in their order in the object, each costs one comparison.
/// If a key occurs twice, the last member wins.
@usableFromInline
struct MemberCursor: ~Copyable {
    /// The object's index; -1 for none.
    @usableFromInline let object: Int
    @usableFromInline let count: Int
    let isUnique: Bool
    /// The index of the key to check first, and the number of its member.
    private var next: Int
    private var ordinal = 0
    /// The number of members that lookups have found.
    @usableFromInline private(set) var found = 0
    /// Which members were found: a bit for each of the first 64. The bits of the others are in separate memory, which is allocated
    /// when one of them is found.
    private var first: UInt64 = 0
    @usableFromInline var others: UnsafeMutablePointer<UInt64>?
    /// The signatures of all keys, by which most absent members of objects with many optional ones are recognized; 0 until a search
    /// needs them.
    private var signatures: UInt64 = 0

    @usableFromInline
    init(_ tape: JSONTape, object: Int) {
        let word = tape.word(at: object)
        self.object = object
        let isObject = word.tag == TapeWord.object
        count = isObject ? word.length : 0
        isUnique = !isObject || word.bits & TapeWord.duplicates == 0
        next = object &+ 2
    }

    @inlinable
    deinit { others?.deallocate() }

    /// Whether lookups have found all members.
    @inlinable var isExhausted: Bool { found == count }

    /// Returns the index of the member's value; -1 if there is none.
    @usableFromInline
    mutating func find(_ key: StaticString, in tape: JSONTape) -> Int {
        guard key.hasPointerRepresentation else { return key.withUTF8Buffer { find($0, in: tape) } }
        return find(UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount), in: tape)
    }

    @inline(__always)
    mutating func find(_ key: UnsafeBufferPointer<UInt8>, in tape: JSONTape) -> Int {
        // A function of its own, so that finding out that a member is absent takes a few instructions.
        if signatures != 0, signatures & keySignature(key) == 0 { return -1 }
        return findNext(key, in: tape)
    }

    @inline(never)
    private mutating func findNext(_ key: UnsafeBufferPointer<UInt8>, in tape: JSONTape) -> Int {
        if ordinal < count, isUnique, tape.string(tape.word(at: next), equals: key), !isFound(ordinal) {
            return take(tape)
        }
        return search(key, in: tape)
    }

    /// Searches all members once, beginning with the member at `next`.
    @inline(never)
    private mutating func search(_ key: UnsafeBufferPointer<UInt8>, in tape: JSONTape) -> Int {
        if !isUnique { return searchLast(key, in: tape) }
        if isExhausted { return -1 }
        if signatures == 0 {
            collectSignatures(in: tape)
            if signatures & keySignature(key) == 0 { return -1 }
        }
        var (place, number) = (next, ordinal)
        for _ in 0..<count {
            if number == count { (place, number) = (object &+ 2, 0) }
            if tape.string(tape.word(at: place), equals: key) {
                if isFound(number) { return place &+ 1 }
                (next, ordinal) = (place, number)
                return take(tape)
            }
            place = tape.indexAfter(place &+ 1)
            number &+= 1
        }
        return -1
    }

    private mutating func collectSignatures(in tape: JSONTape) {
        var place = object &+ 2
        for _ in 0..<count {
            let word = tape.word(at: place)
            signatures |= word.isEscaped ? .max : keySignature(tape.text(of: word))
            place = tape.indexAfter(place &+ 1)
        }
    }

    private mutating func searchLast(_ key: UnsafeBufferPointer<UInt8>, in tape: JSONTape) -> Int {
        var result = -1
        for _ in 0..<count {
            if ordinal == count {
                ordinal = 0
                next = object &+ 2
            }
            if tape.string(tape.word(at: next), equals: key) {
                if !isFound(ordinal) { mark(ordinal) }
                result = max(result, next &+ 1)
            }
            advance(tape)
        }
        return result
    }

    /// Marks the member at `next`, moves past it, and returns the index of its value.
    @inline(__always)
    private mutating func take(_ tape: JSONTape) -> Int {
        mark(ordinal)
        let value = next &+ 1
        advance(tape)
        return value
    }

    @inline(__always)
    private mutating func advance(_ tape: JSONTape) {
        next = tape.indexAfter(next &+ 1)
        ordinal &+= 1
    }

    @inline(__always)
    private mutating func mark(_ ordinal: Int) {
        found &+= 1
        if ordinal < 64 { first |= 1 &<< UInt64(ordinal) } else { markOther(ordinal &- 64) }
    }

    @inline(never)
    private mutating func markOther(_ ordinal: Int) {
        let words = (count &- 1) / 64
        let others = others ?? .allocate(capacity: words)
        if self.others == nil { others.initialize(repeating: 0, count: words) }
        others[ordinal / 64] |= 1 &<< UInt64(ordinal % 64)
        self.others = others
    }

    @inline(__always)
    private func isFound(_ ordinal: Int) -> Bool {
        if ordinal < 64 { return first & 1 &<< UInt64(ordinal) != 0 }
        guard let others else { return false }
        return others[ordinal / 64 &- 1] & 1 &<< UInt64(ordinal % 64) != 0
    }
}

extension MemberCursor {
    /// The index of the value for `key`; -1 if there is none. The member does not count as found.
    @usableFromInline
    func value(of key: StaticString, in tape: JSONTape) -> Int {
        var (result, next) = (-1, object &+ 2)
        key.withUTF8Buffer { key in
            for _ in 0..<count {
                if tape.string(tape.word(at: next), equals: key) {
                    result = next &+ 1
                    if isUnique { return }
                }
                next = tape.indexAfter(next &+ 1)
            }
        }
        return result
    }

    /// Appends the values of the members that lookups have found.
    @usableFromInline
    func appendFound(to values: inout [Int], in tape: JSONTape) {
        var key = object &+ 2
        for ordinal in 0..<count {
            if isFound(ordinal) { values.append(key &+ 1) }
            key = tape.indexAfter(key &+ 1)
        }
    }

    /// Calls `body` for each member that no lookup has found, in document order, with the index of the key and that of the value.
    /// Of two members with the same key, the last one's value is passed, in the position of the first one.
    @usableFromInline
    func forEachOther<E: Error>(in tape: JSONTape, _ body: (Int, Int) throws(E) -> Void) throws(E) {
        if isExhausted { return }
        if !isUnique { return try forEachOtherKey(in: tape, body) }
        var key = object &+ 2
        for ordinal in 0..<count {
            if !isFound(ordinal) { try body(key, key &+ 1) }
            key = tape.indexAfter(key &+ 1)
        }
    }

    private func forEachOtherKey<E: Error>(
        in tape: JSONTape, _ body: (Int, Int) throws(E) -> Void
    ) throws(E) {
        var last: [[UInt8]: Int] = [:]
        var order: [[UInt8]] = []
        var key = object &+ 2
        for ordinal in 0..<count {
            if !isFound(ordinal) {
                let name = tape.utf8(of: tape.word(at: key))
                if last.updateValue(key, forKey: name) == nil { order.append(name) }
            }
            key = tape.indexAfter(key &+ 1)
        }
        for name in order {
            if let key = last[name] { try body(key, key &+ 1) }
        }
    }
}
