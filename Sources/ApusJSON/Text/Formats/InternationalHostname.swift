/// RFC 5890: labels of any script, plain or in their encoded form, with the rule for scripts that are written from right to left.
///
/// - Parameters:
/// - separators: RFC 3490, section 3.1, defines four dots.
///   - isComposed: whether labels must be in normalization form C.
func isInternationalHostname(
    _ text: UnsafeBufferPointer<UInt8>, separators: [Unicode.Scalar] = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"],
    isComposed: Bool = true
) -> Bool {
    let parts = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        .split(omittingEmptySubsequences: false, whereSeparator: separators.contains)
    var labels: [IDNALabel] = []
    for part in parts {
        let name = String(String.UnicodeScalarView(part)).lowercased()
        let isEncoded = name.hasPrefix("xn--") && part.allSatisfy(\.isASCII)
        let label = isEncoded ? IDNALabel(encoded: name) : IDNALabel(Array(part), isComposed: isComposed)
        guard let label else { return false }
        labels.append(label)
    }
    guard labels.reduce(labels.count - 1, { $0 + $1.encodedCount }) <= 253 else { return false }
    let directions = labels.map { $0.scalars.map(\.direction) }
    let isBidirectional = directions.contains { $0.contains { $0 == .right || $0 == .arabicNumber } }
    return !isBidirectional || directions.allSatisfy(followsBidiRule)
}

/// Bidirectional classes, as far as the rule distinguishes them.
private enum Direction {
    case left, right, number, arabicNumber, mark, neutral
}

/// RFC 5893, section 2.
private func followsBidiRule(_ label: [Direction]) -> Bool {
    guard let last = label.last(where: { $0 != .mark }) else { return false }
    switch label.first {
    case .right:
        let hasBothNumbers = label.contains(.number) && label.contains(.arabicNumber)
        return !label.contains(.left) && !hasBothNumbers && last != .neutral
    case .left: return !label.contains { $0 == .right || $0 == .arabicNumber } && last != .neutral
    default: return false
    }
}

extension Unicode.Scalar {
    fileprivate var direction: Direction {
        let category = properties.generalCategory
        if category == .nonspacingMark || category == .enclosingMark { return .mark }
        switch value {
        case 0x30...0x39, 0x6F0...0x6F9: return .number
        case 0x660...0x669, 0x66B, 0x66C, 0x600...0x605, 0x6DD: return .arabicNumber
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return .right
        default: break
        }
        switch category {
        case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .spacingMark,
            .decimalNumber:
            return .left
        default: return .neutral
        }
    }
}
