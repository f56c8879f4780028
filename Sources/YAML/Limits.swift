/// The limits on the documents that the loader accepts. Each limit has a diagnostic of its own.
package struct Limits: Sendable {
    /// The depth of nested mappings and sequences, with aliases expanded. Later stages recurse over the tree.
    package var depth: Int
    /// The total number of values, with aliases expanded: ten lines of YAML can stand for a billion.
    package var nodes: Int
    package var bytes: Int
    /// How much of the limits other files of the same document have used.
    package var takenNodes = 0
    package var takenBytes = 0

    package init(depth: Int = 256, nodes: Int = 5_000_000, bytes: Int = 64 << 20) {
        self.depth = depth
        self.nodes = nodes
        self.bytes = bytes
    }
}
