/// A request's body before it is read. A server adapter makes it; the router reads it once the request is known to be
/// welcome.
public struct IncomingBody: Sendable {
    private enum Source: Sendable {
        case bytes([UInt8])
        case deferred(@Sendable (_ limit: Int) async throws -> [UInt8])
    }

    private let source: Source

    /// A body that is there already.
    public init(_ bytes: [UInt8] = []) { source = .bytes(bytes) }

    /// A body that is still to come. `collect` returns it whole, or throws ``BodyTooLarge`` as soon as it has more
    /// bytes than the limit, without reading on.
    public init(collect: @escaping @Sendable (_ limit: Int) async throws -> [UInt8]) { source = .deferred(collect) }

    func collect(upTo limit: Int) async throws -> [UInt8] {
        switch source {
        case .bytes(let bytes):
            if bytes.count > limit { throw BodyTooLarge() }
            return bytes
        case .deferred(let collect):
            return try await collect(limit)
        }
    }
}

/// Thrown while a body is collected: it has more bytes than it may have. Answered with 413.
public struct BodyTooLarge: Error, Sendable {
    /// For what collects a body: see ``IncomingBody/init(collect:)``.
    public init() {}
}

/// How many bytes of a request's body a server reads before it answers 413.
public struct BodyLimits: Sendable, Hashable {
    /// JSON, text and URL-encoded forms: 1 MiB by default.
    public var text: Int
    /// `multipart/form-data` and binary bodies, which are held in memory as well: 32 MiB by default.
    public var binary: Int

    /// Both in bytes.
    public init(text: Int = 1 << 20, binary: Int = 32 << 20) {
        self.text = text
        self.binary = binary
    }
}
