/// Hides characters from libyaml that are line breaks in YAML 1.1 but not in 1.2: U+0085, U+2028 and U+2029.
///
/// Each is replaced by a character with the same number of bytes that the text does not contain.
struct ForeignLineBreaks {
    private var twins: [(original: [UInt8], standIn: [UInt8])] = []

    /// `nil` if the text contains none, which is nearly always the case.
    init?(in text: ArraySlice<UInt8>) {
        guard text.withUnsafeBufferPointer(Self.isAny(in:)) else { return nil }
        var used = Set(String(decoding: text, as: UTF8.self).unicodeScalars)
        // Letters of two bytes, and the private use area, where characters have three bytes.
        let candidates = [(0x85, 0x100...0x7FF), (0x2028, 0xE000...0xF8FF), (0x2029, 0xE000...0xF8FF)] as [(UInt32, _)]
        for (value, range) in candidates {
            guard let original = Unicode.Scalar(value), used.contains(original),
                let standIn = range.lazy.compactMap(Unicode.Scalar.init).first(where: { !used.contains($0) })
            else { continue }
            used.insert(standIn)
            twins.append((Array(UTF8.encode(original) ?? .init()), Array(UTF8.encode(standIn) ?? .init())))
        }
    }

    func hide(in text: UnsafeMutableBufferPointer<UInt8>) {
        for twin in twins { text.replace(twin.original, by: twin.standIn) }
    }

    func restore(in text: UnsafeMutableBufferPointer<UInt8>) {
        for twin in twins { text.replace(twin.standIn, by: twin.original) }
    }

    private static func isAny(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.indices.contains { offset in
            switch bytes[offset] {
            case 0xC2: offset + 1 < bytes.count && bytes[offset + 1] == 0x85
            case 0xE2: offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8
            default: false
            }
        }
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Replaces one sequence of bytes by another of the same length.
    fileprivate func replace(_ pattern: [UInt8], by replacement: [UInt8]) {
        guard count >= pattern.count else { return }
        for offset in 0...(count - pattern.count) where self[offset] == pattern[0] {
            guard self[offset...].starts(with: pattern) else { continue }
            for (position, byte) in replacement.enumerated() { self[offset + position] = byte }
        }
    }
}
