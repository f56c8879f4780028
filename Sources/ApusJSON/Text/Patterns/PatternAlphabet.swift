/// Code points grouped by what a pattern distinguishes: those that are in the same sets of the pattern are one symbol.
///
/// `^[a-z]+\d$` has four symbols: letters, digits, all other characters and, after them, the edge of the text.
struct PatternAlphabet: Sendable {
    /// The symbols of the 128 ASCII characters.
    private(set) var ascii: [UInt16] = []
    /// The starts of the runs of one symbol, and their symbols.
    private var starts: [UInt32] = []
    private var symbols: [UInt16] = []
    /// Indexed by set, then by symbol.
    private var members: [Bool] = []
    private(set) var neighbours: [PatternAssertion.Neighbour] = []

    /// The edge of the text.
    var edge: Int { neighbours.count - 1 }
    /// The number of symbols, including the edge.
    var count: Int { neighbours.count }

    /// - Parameter assertions: those of the pattern, which distinguish word characters and line ends.
    init(sets: [CodePointSet], assertions: Set<PatternAssertion>) {
        let hasWords = assertions.contains(.wordBoundary) || assertions.contains(.noWordBoundary)
        let hasLines = assertions.contains(.lineStart) || assertions.contains(.lineEnd)
        let all = sets + (hasWords ? [.words] : []) + (hasLines ? [.lineTerminators] : [])
        let cuts = Set(all.flatMap { $0.ranges.flatMap { [$0.lowerBound, $0.upperBound + 1] } })
        starts = cuts.union([0]).filter { $0 <= CodePointSet.last }.sorted()

        var known: [[Bool]: UInt16] = [:]
        var signatures: [[Bool]] = []
        var cursors = all.map { $0.ranges[...] }
        for start in starts {
            let signature = cursors.indices.map { index in
                while let range = cursors[index].first, range.upperBound < start { cursors[index].removeFirst() }
                return cursors[index].first.map { $0.lowerBound <= start } ?? false
            }
            if known[signature] == nil {
                known[signature] = UInt16(truncatingIfNeeded: signatures.count)
                signatures.append(signature)
            }
            symbols.append(known[signature] ?? 0)
        }
        members = sets.indices.flatMap { set in signatures.map { $0[set] } + [false] }
        neighbours = signatures.map { signature in
            if hasWords, signature[sets.count] { return .word }
            return hasLines && signature[signature.count - 1] ? .lineTerminator : .other
        }
        neighbours.append(.edge)
        ascii = (0..<128).map { UInt16(symbol(of: $0)) }
    }

    func isMember(of set: Int, _ symbol: Int) -> Bool { members[set &* count &+ symbol] }

    func symbol(of scalar: UInt32) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= scalar { low = middle } else { high = middle }
        }
        return Int(symbols[low])
    }
}

/// One code point of a text and how many bytes it takes.
struct DecodedScalar {
    var value: UInt32
    var width: Int
}

extension UnsafeBufferPointer<UInt8> {
    /// The code point that begins at `index`; the text is well-formed.
    @inline(__always)
    func scalar(at index: Int) -> DecodedScalar {
        let first = UInt32(self[index])
        if first < 0x80 { return DecodedScalar(value: first, width: 1) }
        let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        // If the text is not well-formed, nothing is read beyond its end.
        guard index + width <= count else { return DecodedScalar(value: 0xFFFD, width: 1) }
        var value = first & (0x7F &>> UInt32(width))
        for offset in 1..<width { value = value &<< 6 | UInt32(self[index + offset] & 0x3F) }
        return DecodedScalar(value: value, width: width)
    }

    /// The start of the code point that ends before `index`.
    @inline(__always)
    func start(before index: Int) -> Int {
        var start = index - 1
        while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }
}
