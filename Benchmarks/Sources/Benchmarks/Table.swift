import Foundation

/// Prints lines as they are measured, with a checksum of what was computed: a benchmark with a wrong result is worthless.
struct Table {
    private(set) var checksum = Checksum()

    func heading(_ text: String) {
        print("\n\(text)\n\(String(repeating: "-", count: text.count))")
    }

    /// A row of a table with narrow columns.
    mutating func row(_ name: String, _ cells: [String], result: some Sequence<UInt8> = []) {
        checksum.add(result)
        print(name.padding(toLength: 31, withPad: " ", startingAt: 0) + cells.map { $0.leftPadded(to: 12) }.joined())
    }

    mutating func line(_ name: String, _ figures: String..., result: some Sequence<UInt8>) {
        checksum.add(result)
        print(name.padding(toLength: 44, withPad: " ", startingAt: 0) + figures.joined(separator: "   "))
    }
}

extension String {
    fileprivate func leftPadded(to length: Int) -> String {
        String(repeating: " ", count: max(0, length - count)) + self
    }
}

/// FNV-1a.
struct Checksum: CustomStringConvertible {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    var description: String { String(hash, radix: 16) }
}

extension Double {
    /// `1.2 ms`, `130 ns`
    var seconds: String {
        switch self {
        case 1...: String(format: "%7.2f s ", self)
        case 1e-3...: String(format: "%7.2f ms", self * 1e3)
        case 1e-6...: String(format: "%7.2f us", self * 1e6)
        default: String(format: "%7.1f ns", self * 1e9)
        }
    }

    /// How many times as fast: `9.3 x`
    var times: String { String(format: "%6.2f x", self) }

    func rate(of bytes: Int) -> String { String(format: "%6.0f MB/s", Double(bytes) / self / 1e6) }
}
