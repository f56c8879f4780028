/// A regular expression that strings must match.
///
/// What matches is a function over UTF-8, so that a compiled automaton and an engine serve alike.
public struct StringPattern: Sendable {
    /// The expression as the document has it.
    public let source: String

    let matches: @Sendable (UnsafeBufferPointer<UInt8>) -> Bool

    /// `matches`: whether a text, given as well-formed UTF-8, matches.
    public init(_ source: String, matches: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool) {
        self.source = source
        self.matches = matches
    }
}
