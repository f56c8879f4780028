/// What a document may cost before it is refused.
public struct JSONLimits: Hashable, Sendable {
    /// How deep arrays and objects may nest: `[[1]]` is 2 deep. Reading a document is iterative, but decoding and validating
    /// a type that holds itself recurse once a level, and need some hundred bytes of stack for it.
    public var depth: Int

    /// How long a document may be, in bytes. The index addresses 512 MiB; a larger limit has no effect.
    public var byteCount: Int

    /// `depth` is in levels, `byteCount` in bytes.
    public init(depth: Int = Self.standardDepth, byteCount: Int = 1 << 29 - 1) {
        self.depth = depth
        self.byteCount = byteCount
    }

    /// ``standardDepth`` and 512 MiB.
    public static let standard = JSONLimits()

    /// 512 where threads have stacks of megabytes (glibc: 8), 128 elsewhere (Apple's: half a megabyte; musl: an eighth).
    public static var standardDepth: Int {
        #if canImport(Glibc)
            512
        #else
            128
        #endif
    }
}
