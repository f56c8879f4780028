import ApusGenerator
import ApusRendering
import Foundation

/// A separate folder for each test, removed when the last reference is released.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "apus-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// The files below the folder, keyed by path, without the manifest.
    var files: [String: String] {
        get throws {
            var files: [String: String] = [:]
            for path in try FileManager.default.subpathsOfDirectory(atPath: url.path) where path != Manifest.fileName {
                files[path] = try? String(contentsOf: url.appending(path: path), encoding: .utf8)
            }
            return files
        }
    }

    func add(_ path: String, _ text: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: url.appending(path: path))
    }

    func link(_ path: String, to target: URL) throws {
        try FileManager.default.createSymbolicLink(at: url.appending(path: path), withDestinationURL: target)
    }

    func modified(_ path: String) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: url.appending(path: path).path)[.modificationDate] as? Date
    }

    func writer(source: String = "document") -> FileWriter {
        FileWriter(
            folder: OutputFolder(path: url.path),
            version: "test",
            source: .init(name: "openapi.yaml", hash: ContentHash(source))
        )
    }

    @discardableResult
    func write(_ files: [String: String]) throws -> FolderChanges {
        try writer().write(rendered(files))
    }

    func changes(for files: [String: String]) throws -> FolderChanges {
        try writer().changes(for: rendered(files))
    }
}

func rendered(_ files: [String: String]) -> [RenderedFile] {
    files.sorted { $0.key < $1.key }.map { RenderedFile(path: $0.key, text: $0.value) }
}
