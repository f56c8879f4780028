// Eight bytes at a time: a byte's position in the word is its position in memory, whatever the machine's byte order.

/// The eight bytes at `pointer`, the first one lowest.
@inlinable
@inline(__always)
func loadWord(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
}

/// The high bit of each byte of `word` that is zero. Bits above the lowest one may be wrong.
@inlinable
@inline(__always)
func zeroBytes(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 }

/// The high bit of each byte of `word` at which a JSON string does not simply continue: a quote, a backslash, a control character.
/// Bits above the lowest one may be wrong.
@inlinable
@inline(__always)
func stringStops(_ word: UInt64) -> UInt64 {
    zeroBytes(word ^ 0x2222_2222_2222_2222) | zeroBytes(word ^ 0x5C5C_5C5C_5C5C_5C5C)
        | (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
}

/// Whether `count` bytes are equal. Reads nothing beyond them: the last load overlaps the one before it.
@inlinable
@inline(__always)
func equalBytes(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, count: Int) -> Bool {
    if count >= 8 {
        var position = 0
        while position < count &- 8 {
            if loadWord(left + position) != loadWord(right + position) { return false }
            position &+= 8
        }
        return loadWord(left + count - 8) == loadWord(right + count - 8)
    }
    if count >= 4 {
        let (left, right) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
        return left.loadUnaligned(as: UInt32.self) == right.loadUnaligned(as: UInt32.self)
            && (left + count - 4).loadUnaligned(as: UInt32.self) == (right + count - 4).loadUnaligned(as: UInt32.self)
    }
    for position in 0..<count where left[position] != right[position] { return false }
    return true
}
