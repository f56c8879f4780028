import Foundation

/// Where the tests find what is not compiled into them.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Suites and documents that stand beside the repository, in `../shared`.
    static let shared = root.deletingLastPathComponent().appending(path: "shared")
}
