/// The error that a second reader of a body from the network gets: the bytes that the first one read are not kept.
public struct BodyAlreadyRead: Error, Sendable, CustomStringConvertible {
    /// For transports that create bodies themselves.
    public init() {}

    public var description: String { "The body has already been read and is not kept" }
}

/// Records whether a body already has a reader.
struct ReadOnce: Sendable {
    private let hasBegun = Lock(false)

    func begin() -> Bool {
        hasBegun.withLock { hasBegun in
            defer { hasBegun = true }
            return !hasBegun
        }
    }
}
