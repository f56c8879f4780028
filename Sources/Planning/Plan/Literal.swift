/// A value that is written as a literal in generated source.
package indirect enum Literal: Hashable, Sendable {
    case `nil`
    case bool(Bool)
    /// The source text of a number, already in Swift's syntax.
    case number(String)
    case string(String)
    /// `.stopped`
    case member(String)
    case array([Literal])
    /// `["a": 1]`
    case dictionary([Argument])
    /// `CalendarDate(year: 2025, month: 3, day: 9)`; an argument without a label has an empty label.
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
