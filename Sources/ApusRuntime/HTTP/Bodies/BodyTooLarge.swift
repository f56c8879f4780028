/// Thrown while reading a body that exceeds its size limit. A server responds with 413.
public struct BodyTooLarge: Error, Sendable {
    /// For code that reads a body itself.
    public init() {}
}
