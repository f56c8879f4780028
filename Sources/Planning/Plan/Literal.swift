/// A value that stands in generated source as a literal.
package indirect enum Literal: Hashable, Sendable {
    case `nil`
    case bool(Bool)
    /// Source text of a number, already in Swift's grammar.
    case number(String)
    case string(String)
    /// `.stopped`
    case member(String)
    case array([Literal])
    /// `["a": 1]`
    case dictionary([Argument])
    /// `CalendarDate(year: 2025, month: 3, day: 9)`; an argument without a label has an empty one.
    case initializer(BuiltinType, [Argument])

    package struct Argument: Hashable, Sendable {
        package var label: String
        package var value: Literal

        init(_ label: String, _ value: Literal) {
            self.label = label
            self.value = value
        }

        init(_ label: String, _ value: Int) { self.init(label, .number(String(value))) }
    }
}
