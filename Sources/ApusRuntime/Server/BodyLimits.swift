/// The number of bytes of a request body that a server reads before it responds with 413.
public struct BodyLimits: Sendable, Hashable {
    /// JSON, text and URL-encoded forms: 1 MiB by default.
    public var text: Int
    /// `multipart/form-data`: 32 MiB by default. The content of a body larger than 1 MiB is kept in the folder for temporary files
    /// (`TMPDIR`), not in memory, so the limit may well be higher.
    public var binary: Int
    /// Binary bodies and streams of items, which a handler reads as they arrive: 1 GiB by default.
    public var stream: Int
    /// One item of an ``ItemStream``: 1 MiB by default.
    public var item: Int

    /// All limits are in bytes.
    public init(text: Int = 1 << 20, binary: Int = 32 << 20, stream: Int = 1 << 30, item: Int = 1 << 20) {
        self.text = text
        self.binary = binary
        self.stream = stream
        self.item = item
    }
}
