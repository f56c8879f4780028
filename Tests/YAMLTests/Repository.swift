import Foundation

/// The locations of files that are not compiled into the tests.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Suites and documents next to the repository, in `../shared`.
    static let shared = root.deletingLastPathComponent().appending(path: "shared")
}
