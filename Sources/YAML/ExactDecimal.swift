/// The exact value of a JSON number: `digits × 10^exponent`, with no zeros at either end of the digits.
///
/// `-120.50e3` -> negative, `1205`, exponent 2. Zero has no digits and exponent 0.
struct ExactDecimal: Hashable {
    private(set) var isNegative = false
    private(set) var digits: [UInt8] = []
    private(set) var exponent = 0

    init(_ text: String) {
        var fractionDigits: Int?
        var characters = text.utf8.makeIterator()
        scan: while let character = characters.next() {
            switch character {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): fractionDigits = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if !digits.isEmpty || character != UInt8(ascii: "0") { digits.append(character) }
                fractionDigits = fractionDigits.map { $0 + 1 }
            default:  // e or E: the rest is the exponent
                exponent = Self.exponent(characters)
                break scan
            }
        }
        exponent -= fractionDigits ?? 0
        while digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { (isNegative, exponent) = (false, 0) }
    }

    var int: Int? {
        guard exponent >= 0, digits.count + exponent <= 19 else { return nil }
        let magnitude = String(decoding: digits, as: UTF8.self) + String(repeating: "0", count: exponent)
        return digits.isEmpty ? 0 : Int((isNegative ? "-" : "") + magnitude)
    }

    /// Beyond a quarter of `Int`'s range, an exponent stops growing: no text is long enough for this to matter.
    private static func exponent(_ characters: String.UTF8View.Iterator) -> Int {
        var (value, isNegative) = (0, false)
        for character in IteratorSequence(characters) {
            switch character {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                value = min(value * 10 + Int(character - UInt8(ascii: "0")), Int.max / 40)
            default: break
            }
        }
        return isNegative ? -value : value
    }
}

extension ExactDecimal: Comparable {
    static func < (lhs: Self, rhs: Self) -> Bool {
        switch (lhs.sign, rhs.sign) {
        case (1, 1): lhs.hasSmallerMagnitude(than: rhs)
        case (-1, -1): rhs.hasSmallerMagnitude(than: lhs)
        case (let left, let right): left < right
        }
    }

    private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

    private func hasSmallerMagnitude(than other: Self) -> Bool {
        let (size, otherSize) = (digits.count + exponent, other.digits.count + other.exponent)
        return size == otherSize ? digits.lexicographicallyPrecedes(other.digits) : size < otherSize
    }
}
