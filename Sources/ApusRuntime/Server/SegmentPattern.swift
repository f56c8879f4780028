/// One segment of a path's template as bytes: `{b}.json`, `{a}-{b}`.
struct SegmentPattern: Sendable, Hashable {
    /// `nil` stands for a variable.
    private let parts: [[UInt8]?]

    init(_ template: PathTemplate) {
        parts = template.parts.map { part in
            switch part {
            case .literal(let text): Array(PercentCoding.decode(text[...]).utf8)
            case .variable: nil
            }
        }
    }

    /// The text of a segment without variables.
    var literal: [UInt8]? {
        if parts.isEmpty { return [] }
        return parts.count == 1 ? parts[0] : nil
    }

    /// Whether the segment is one variable and nothing else.
    var isVariable: Bool { parts == [nil] }

    var literalCount: Int { parts.reduce(0) { $0 + ($1?.count ?? 0) } }

    /// Appends the positions of the variables if the segment matches. Each variable matches as little as possible, but at least one
    /// byte; literal text at the end must be at the end of the segment.
    func match(_ segment: Slice<UnsafeBufferPointer<UInt8>>, into captures: inout [Range<Int>]) -> Bool {
        let count = captures.count
        if match(parts[...], segment, &captures) { return true }
        captures.removeLast(captures.count - count)
        return false
    }

    private func match(
        _ parts: ArraySlice<[UInt8]?>, _ rest: Slice<UnsafeBufferPointer<UInt8>>, _ captures: inout [Range<Int>]
    ) -> Bool {
        guard let part = parts.first else { return rest.isEmpty }
        if let literal = part {
            guard let end = Self.end(of: literal, in: rest) else { return false }
            return match(parts.dropFirst(), rest[end...], &captures)
        }
        if rest.isEmpty { return false }
        if parts.count == 1 {
            captures.append(rest.startIndex..<rest.endIndex)
            return true
        }
        // If literal text follows, the variable can end only where that text occurs; the last part alone decides whether the
        // segment matches.
        for end in rest.indices.dropFirst() {
            if let following = parts.dropFirst().first, let literal = following,
                Self.end(of: literal, in: rest[end...]) == nil
            {
                continue
            }
            captures.append(rest.startIndex..<end)
            if match(parts.dropFirst(), rest[end...], &captures) { return true }
            captures.removeLast()
        }
        return false
    }
}

/// Compares percent-encoded bytes with decoded text, without decoding them first.
extension SegmentPattern {
    /// The index at which `text` ends in the encoded bytes; `nil` if they do not begin with it.
    static func end(of text: [UInt8], in coded: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var index = coded.startIndex
        for byte in text {
            guard index < coded.endIndex else { return nil }
            let (decoded, next) = decodedByte(coded, at: index)
            if decoded != byte { return nil }
            index = next
        }
        return index
    }

    static func equals(_ coded: Slice<UnsafeBufferPointer<UInt8>>, _ text: [UInt8]) -> Bool {
        end(of: text, in: coded) == coded.endIndex
    }

    /// `.` and `..`, encoded or not: segments that refer to a different path (RFC 3986, section 5.2.4).
    static func isDots(_ coded: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard coded.count <= 6, coded.first == UInt8(ascii: ".") || coded.first == UInt8(ascii: "%") else {
            return false
        }
        return equals(coded, [UInt8(ascii: ".")]) || equals(coded, [UInt8(ascii: "."), UInt8(ascii: ".")])
    }

    /// FNV-1a over the decoded bytes.
    static func hash(_ coded: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var index = coded.startIndex
        while index < coded.endIndex {
            let (byte, next) = decodedByte(coded, at: index)
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            index = next
        }
        return hash
    }

    /// The hash of text that is not percent-encoded.
    static func hash(_ text: ArraySlice<UInt8>) -> UInt64 {
        text.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    @inline(__always)
    private static func decodedByte(_ coded: Slice<UnsafeBufferPointer<UInt8>>, at index: Int) -> (UInt8, next: Int) {
        let byte = coded[index]
        if byte == UInt8(ascii: "%"), index + 2 < coded.endIndex,
            let value = PercentCoding.byte(high: coded[index + 1], low: coded[index + 2])
        {
            return (value, index + 3)
        }
        return (byte, index + 1)
    }
}
