import Foundation

/// The location of a suite's files: `tests/draft2020-12` and `remotes`, as in the official suite or a part of it.
enum SuiteFolder {
    static func tests(in suite: URL) -> URL {
        let folders = ["tests/draft2020-12", "draft2020-12", "tests"].map { suite.appending(path: $0) }
        return folders.first { isFolder($0) } ?? suite
    }

    /// The files in a folder and its subfolders; empty if the folder does not exist.
    static func files(in folder: URL) throws -> [String] {
        guard isFolder(folder) else { return [] }
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        return paths.filter { !isFolder(folder.appending(path: $0)) }
    }

    private static func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
