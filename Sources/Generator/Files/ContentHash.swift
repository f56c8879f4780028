/// A fingerprint of a file's content: enough to distinguish an edited file from a generated one, but no protection against forgery.
///
/// FNV-1a over 64-bit words, with a shift after each word so that a change in a word's high bits reaches all of them.
package struct ContentHash: Hashable, Sendable, CustomStringConvertible {
    private let value: UInt64

    package init(_ bytes: [UInt8]) {
        let prime: UInt64 = 0x100_0000_01b3
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        bytes.withUnsafeBytes { buffer in
            let words = buffer.count / 8
            for index in 0..<words {
                let word = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
                hash = (hash ^ word) &* prime
                hash ^= hash >> 32
            }
            for byte in buffer[(words * 8)...] {
                hash = (hash ^ UInt64(byte)) &* prime
                hash ^= hash >> 32
            }
        }
        value = hash
    }

    package init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// A random hash, for names that must not collide.
    static var random: ContentHash {
        ContentHash(value: .random(in: .min ... .max))
    }

    private init(value: UInt64) {
        self.value = value
    }

    /// Sixteen hexadecimal digits: `cbf29ce484222325`.
    package init?(hexadecimal text: String) {
        guard text.utf8.count == 16, let value = UInt64(text, radix: 16) else { return nil }
        self.init(value: value)
    }

    package var description: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
