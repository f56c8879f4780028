/// Why a text is not a pattern that can be matched.
public struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    public let message: String
    /// In Unicode scalars, 1 for the first; nil for what is wrong with the pattern as a whole.
    public let position: Int?

    init(_ message: String, at position: Int? = nil) {
        self.message = message
        self.position = position
    }

    public var description: String { position.map { "\(message) at character \($0)" } ?? message }
}
