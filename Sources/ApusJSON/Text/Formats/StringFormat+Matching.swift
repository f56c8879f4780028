// What the generator needs to know about formats and numbers while it plans.
extension StringFormat {
    package func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { accepts($0) }
    }
}

extension JSONNumber {
    /// Whether this is exactly an integer times the number in `divisor`.
    package func isMultiple(of divisor: String) -> Bool { decimal.isMultiple(of: DecimalDigits(divisor)) }
}
