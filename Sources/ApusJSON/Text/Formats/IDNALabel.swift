/// A label of an internationalized domain name, according to RFC 5891 and RFC 5892.
struct IDNALabel {
    let scalars: [Unicode.Scalar]
    /// The number of octets of the label on the wire.
    let encodedCount: Int

    /// Creates a label from its characters: `bücher`.
    ///
    /// - Parameter isComposed: whether they must be in normalization form C.
    init?(_ scalars: [Unicode.Scalar], isComposed: Bool = true) {
        // A label has no more characters than octets. The checks that follow take quadratic time.
        guard scalars.count <= 63, Self.hasFormOfLabel(scalars) else { return nil }
        self.scalars = scalars
        if scalars.allSatisfy(\.isASCII) {
            encodedCount = scalars.count
            guard isDomainName(scalars.map { UInt8(truncatingIfNeeded: $0.value) }) else { return nil }
        } else {
            guard let encoded = Punycode.encode(scalars), scalars.indices.allSatisfy({ Self.isValid(scalars, at: $0) }),
                !isComposed || areComposed(scalars)
            else { return nil }
            encodedCount = encoded.count + 4
        }
        guard 1...63 ~= encodedCount else { return nil }
    }

    /// Creates a label from its encoded form, in lower case: `xn--bcher-kva`.
    init?(encoded: String) {
        let code = Array(encoded.unicodeScalars.dropFirst(4))
        guard code.count <= 59, let decoded = Punycode.decode(code), !decoded.allSatisfy(\.isASCII),
            Punycode.encode(decoded) == code
        else {
            return nil
        }
        self.init(decoded)
    }

    /// RFC 5891, sections 4.2.3.1 and 4.2.3.2.
    private static func hasFormOfLabel(_ label: [Unicode.Scalar]) -> Bool {
        guard let first = label.first, first != "-", label.last != "-" else { return false }
        if label.count >= 4, label[2] == "-", label[3] == "-", !label.allSatisfy(\.isASCII) { return false }
        return !first.isMark
    }

    /// RFC 5892: whether the character is allowed at its position.
    private static func isValid(_ label: [Unicode.Scalar], at position: Int) -> Bool {
        let scalar = label[position]
        let previous = position > 0 ? label[position - 1] : nil
        let next = position + 1 < label.count ? label[position + 1] : nil
        switch scalar.value {
        case 0xB7: return previous == "l" && next == "l"
        case 0x375: return next?.isGreek ?? false
        case 0x5F3, 0x5F4: return previous?.isHebrew ?? false
        case 0x30FB: return label.contains(where: \.isJapanese)
        case 0x660...0x669: return !label.contains { 0x6F0...0x6F9 ~= $0.value }
        case 0x6F0...0x6F9: return !label.contains { 0x660...0x669 ~= $0.value }
        case 0x200D: return previous?.isVirama ?? false
        case 0x200C: return (previous?.isVirama ?? false) || isBetweenJoining(label, position)
        default: return scalar.isAllowedInLabels
        }
    }

    /// RFC 5892, appendix A.1: whether the position is between letters that join; transparent ones are ignored.
    private static func isBetweenJoining(_ label: [Unicode.Scalar], _ position: Int) -> Bool {
        let before = label[..<position].last { !$0.isMark }
        let after = label[(position + 1)...].first { !$0.isMark }
        return (before?.joinsToTheLeft ?? false) && (after?.joinsToTheRight ?? false)
    }
}

extension Unicode.Scalar {
    var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    fileprivate var isVirama: Bool { properties.canonicalCombiningClass == .virama }

    fileprivate var isGreek: Bool { 0x370...0x3FF ~= value || 0x1F00...0x1FFF ~= value }

    fileprivate var isHebrew: Bool { 0x590...0x5FF ~= value || 0xFB1D...0xFB4F ~= value }

    /// Hiragana, Katakana or Han.
    fileprivate var isJapanese: Bool {
        switch value {
        case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0x3005, 0x3007: true
        default: properties.isIdeographic
        }
    }

    fileprivate var isArabicLetter: Bool {
        0x620...0x6FF ~= value && value != 0x621 && value != 0x674 && properties.isAlphabetic
    }

    /// Whether the letter that follows in the text joins to this one.
    fileprivate var joinsToTheLeft: Bool {
        switch value {
        case 0x622...0x625, 0x627, 0x629, 0x62F...0x632, 0x648, 0x671...0x673, 0x675...0x677, 0x688...0x699, 0x6C0,
            0x6C3...0x6CB, 0x6CD, 0x6CF, 0x6D2, 0x6D3, 0x6D5, 0x6EE, 0x6EF:
            false
        default: isArabicLetter
        }
    }

    fileprivate var joinsToTheRight: Bool { isArabicLetter }

    /// PVALID [RFC 5892, section 2].
    var isAllowedInLabels: Bool {
        switch value {
        case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007, 0x2D: return true
        case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
        // Ignorable blocks and old Hangul jamo.
        case 0x20D0...0x20FF, 0x1D100...0x1D24F, 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF: return false
        default: break
        }
        if properties.changesWhenNFKCCaseFolded || properties.isDefaultIgnorableCodePoint { return false }
        switch properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
            .decimalNumber:
            return true
        default: return false
        }
    }
}
