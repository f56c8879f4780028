/// A number as in the document: its text is kept, so that `0.1`, 20 digits or `1e400` lose nothing.
///
/// Equality and order are those of the exact values: `1`, `1.0` and `10e-1` are equal.
package struct NumberText: Sendable {
    /// In JSON's grammar; or `.inf`, `-.inf` or `.nan`, which are in YAML but not in JSON.
    package let text: String

    /// The text must be a JSON number or one of YAML's three; see ``CoreSchema`` for what YAML adds to the grammar.
    package init(_ text: String) { self.text = text }

    package init(_ value: Int) { text = String(value) }

    /// Whether JSON can express it.
    package var isFinite: Bool { !text.hasSuffix("f") && !text.hasSuffix("n") }

    /// Whether the value has no fraction, as in JSON Schema (2020-12 Core, section 4.2.3): `1.0` is an integer.
    package var isInteger: Bool { isFinite && ExactDecimal(text).exponent >= 0 }

    /// The value as `Int` when it is an integer that fits.
    package var int: Int? { Int(text) ?? (isFinite ? ExactDecimal(text).int : nil) }

    /// The nearest `Double`; infinite beyond its range.
    package var double: Double {
        switch text {
        case ".inf": .infinity
        case "-.inf": -.infinity
        case ".nan": .nan
        default: Double(text) ?? .nan
        }
    }
}

extension NumberText: Comparable {
    package static func == (lhs: Self, rhs: Self) -> Bool {
        if lhs.text == rhs.text { return true }
        return lhs.isFinite && rhs.isFinite && ExactDecimal(lhs.text) == ExactDecimal(rhs.text)
    }

    package static func < (lhs: Self, rhs: Self) -> Bool {
        guard lhs.isFinite && rhs.isFinite else { return lhs.side < rhs.side }
        return ExactDecimal(lhs.text) < ExactDecimal(rhs.text)
    }

    /// Infinities are beyond all finite numbers, including those beyond `Double`; `.nan` cannot be compared.
    private var side: Double { isFinite ? 0 : double }
}

extension NumberText: Hashable {
    package func hash(into hasher: inout Hasher) {
        if isFinite { hasher.combine(ExactDecimal(text)) } else { hasher.combine(text) }
    }
}

extension NumberText: CustomStringConvertible {
    package var description: String { text }
}
