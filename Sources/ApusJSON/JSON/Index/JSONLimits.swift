/// The limits beyond which a document is refused.
public struct JSONLimits: Hashable, Sendable {
    /// The maximum nesting depth of arrays and objects: `[[1]]` has depth 2. Reading a document is iterative, but decoding and
    /// validating a type that contains itself recurse once per level, which needs a few hundred bytes of stack.
    public var depth: Int

    /// The maximum length of a document in bytes. The index addresses 512 MiB; a larger limit has no effect.
    public var byteCount: Int

    /// `depth` is in levels, `byteCount` in bytes.
    public init(depth: Int = Self.standardDepth, byteCount: Int = 1 << 29 - 1) {
        self.depth = depth
        self.byteCount = byteCount
    }

    /// ``standardDepth`` and 512 MiB.
    public static let standard = JSONLimits()

    /// 512 if threads have stacks of megabytes (glibc: 8), 128 elsewhere (Apple platforms: half a megabyte; musl: an eighth).
    public static var standardDepth: Int {
        #if canImport(Glibc)
            512
        #else
            128
        #endif
    }
}
