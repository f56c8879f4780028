// Equal keys in one object. The index records them, so that all lookups of members can agree, at no cost, on which of two wins.
extension JSONIndexer {
    /// Whether two of an object's keys are equal once decoded.
    func hasEqualKeys(object: Int, count: Int) -> Bool {
        count <= 32 ? hasEqualKeysPairwise(object: object) : hasEqualKeysByHash(object: object, count: count)
    }

    /// Compares only keys that have the same signature.
    private func hasEqualKeysPairwise(object: Int) -> Bool {
        var signature: UInt64 = 0
        var key = object &+ 2
        while key < tapeCount {
            let word = TapeWord(bits: tape[key])
            if word.isEscaped { return hasEqualKeysByHash(object: object, count: 1) }
            let bit = keySignature(written.text(of: word))
            if signature & bit != 0 {
                var other = object &+ 2
                while other < key {
                    if equalKeys(TapeWord(bits: tape[other]), word) { return true }
                    other = written.indexAfter(other &+ 1)
                }
            }
            signature |= bit
            key = written.indexAfter(key &+ 1)
        }
        return false
    }

    private func equalKeys(_ left: TapeWord, _ right: TapeWord) -> Bool {
        left.length == right.length && equalBytes(bytes + left.offset, bytes + right.offset, count: left.length)
    }

    /// `Set` uses a different hash seed in each process: no document can make its keys collide.
    private func hasEqualKeysByHash(object: Int, count: Int) -> Bool {
        var seen = Set<[UInt8]>(minimumCapacity: count)
        var key = object &+ 2
        while key < tapeCount {
            let word = TapeWord(bits: tape[key])
            if !seen.insert(written.utf8(of: word)).inserted { return true }
            key = written.indexAfter(key &+ 1)
        }
        return false
    }

    /// The part of the tape that has been written.
    private var written: JSONTape { JSONTape(bytes: bytes, words: tape, count: tapeCount) }
}
