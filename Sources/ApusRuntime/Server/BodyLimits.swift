/// How many bytes of a request's body a server reads before it answers 413.
public struct BodyLimits: Sendable, Hashable {
    /// JSON, text and URL-encoded forms: 1 MiB by default.
    public var text: Int
    /// `multipart/form-data`: 32 MiB by default. Of more than 1 MiB, files are kept in the folder for temporary files
    /// (`TMPDIR`), not in memory, so that there may well be more.
    public var binary: Int
    /// Binary bodies and streams of items, which a handler reads as they come: 1 GiB by default.
    public var stream: Int
    /// One item of an ``ItemStream``: 1 MiB by default.
    public var item: Int

    /// All in bytes.
    public init(text: Int = 1 << 20, binary: Int = 32 << 20, stream: Int = 1 << 30, item: Int = 1 << 20) {
        self.text = text
        self.binary = binary
        self.stream = stream
        self.item = item
    }
}
