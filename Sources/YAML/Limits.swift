/// How much of a document the loader takes. Each limit has a diagnostic of its own.
package struct Limits: Sendable {
    /// Mappings and sequences within each other, aliases expanded. The stages after this one recurse over the tree.
    package var depth: Int
    /// Values in all, aliases expanded: ten lines of YAML can stand for a billion.
    package var nodes: Int
    package var bytes: Int
    /// What other files of the same document have taken of them.
    package var takenNodes = 0
    package var takenBytes = 0

    package init(depth: Int = 256, nodes: Int = 5_000_000, bytes: Int = 64 << 20) {
        self.depth = depth
        self.nodes = nodes
        self.bytes = bytes
    }
}
