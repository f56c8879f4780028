/// Thrown by a second reader of a body that came over the network: nothing keeps what the first has read.
public struct BodyAlreadyRead: Error, Sendable, CustomStringConvertible {
    /// For transports that make bodies by themselves.
    public init() {}

    public var description: String { "The body has been read before, and is not kept" }
}

/// Whether a body has a reader already.
struct ReadOnce: Sendable {
    private let hasBegun = Lock(false)

    func begin() -> Bool {
        hasBegun.withLock { hasBegun in
            defer { hasBegun = true }
            return !hasBegun
        }
    }
}
