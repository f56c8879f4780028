/// RFC 3339, appendix A: `P4DT12H30M5S`, `P2W`. Each unit but the last is followed by the next smaller one.
func isDuration(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = text[...]
    guard rest.popFirst() == UInt8(ascii: "P") else { return false }
    let parts = rest.split(separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
        return (parts[0].isEmpty || isElements(parts[0], of: "YMD")) && isElements(parts[1], of: "HMS")
    }
    return isElements(rest, of: "YMD") || isElements(rest, of: "W")
}

/// `1Y2M3D`: one or more elements, with consecutive units.
private func isElements(_ text: Slice<UnsafeBufferPointer<UInt8>>, of units: StaticString) -> Bool {
    units.withUTF8Buffer { units in
        var rest = text
        var previous: Int?
        while !rest.isEmpty {
            let digits = rest.prefix(while: isDigit)
            rest = rest.dropFirst(digits.count)
            guard !digits.isEmpty, let unit = rest.popFirst(), let position = units.firstIndex(of: unit),
                previous.map({ $0 + 1 == position }) ?? true
            else { return false }
            previous = position
        }
        return previous != nil
    }
}
