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
    case emptyDictionary
}
