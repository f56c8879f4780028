/// The reason why a string is not a pattern that can be matched.
public struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    public let message: String
    /// The position in Unicode scalars, 1 for the first; `nil` for an error of the pattern as a whole.
    public let position: Int?

    init(_ message: String, at position: Int? = nil) {
        self.message = message
        self.position = position
    }

    public var description: String { position.map { "\(message) at character \($0)" } ?? message }
}
