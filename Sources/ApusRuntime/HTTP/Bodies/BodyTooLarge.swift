/// Thrown while a body is read: it has more bytes than it may have. A server answers 413.
public struct BodyTooLarge: Error, Sendable {
    /// For what reads a body by itself.
    public init() {}
}
