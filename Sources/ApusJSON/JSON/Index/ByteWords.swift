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

/// The value of the eight digits at `position`; `nil` if there are fewer.
@inline(__always)
func eightDigits(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> UInt64? {
    guard text.count &- position >= 8, let start = text.baseAddress else { return nil }
    let word = loadWord(start + position)
    guard areDigits(word) else { return nil }
    // Pairs of digits, then pairs of those, then both halves.
    let pairs = ((word & 0x0F0F_0F0F_0F0F_0F0F) &* (10 << 8 | 1)) &>> 8 & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* (100 << 16 | 1)) &>> 16 & 0x0000_FFFF_0000_FFFF
    return (fours &* (10_000 << 32 | 1)) &>> 32
}

/// Whether all eight bytes are digits.
@inline(__always)
func areDigits(_ word: UInt64) -> Bool {
    (word & 0xF0F0_F0F0_F0F0_F0F0) | ((word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) &>> 4
        == 0x3333_3333_3333_3333
}

/// One of 64 bits, chosen by the length of a key and its first and last bytes: keys with different bits are different.
@inline(__always)
func keySignature(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let start = key.baseAddress, let last = key.last else { return 1 }
    var hash = UInt64(truncatingIfNeeded: key.count)
    if key.count >= 8 {
        hash = hash &+ loadWord(start) &+ loadWord(start + key.count - 8) &* 3
    } else {
        hash ^= UInt64(key[0]) &<< 8 | UInt64(key[key.count / 2]) &<< 16 | UInt64(last) &<< 24
    }
    return 1 &<< ((hash &* 0x9E37_79B9_7F4A_7C15) &>> 58)
}
