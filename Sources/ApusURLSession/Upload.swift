import ApusRuntime
import Foundation

/// A body that URLSession can send: it reads a body from memory or from a file.
///
/// A stream is written to a temporary file first, so that it is never kept in memory; only a short stream stays in memory.
enum Upload {
    case none
    case bytes(Data)
    case file(URL, isTemporary: Bool)

    /// The maximum number of bytes of a stream to keep in memory.
    private static let memory = 256 << 10

    init(_ body: HTTPBody?) async throws {
        guard let body else {
            self = .none
            return
        }
        if let bytes = body.buffered {
            self = .bytes(Data(bytes))
        } else if let path = body.file {
            self = .file(URL(filePath: path), isTemporary: false)
        } else {
            self = try await Self.spooled(body)
        }
    }

    private static func spooled(_ body: HTTPBody) async throws -> Upload {
        var bytes: [UInt8] = []
        var iterator = body.makeAsyncIterator()
        while let chunk = try await iterator.next() {
            bytes += chunk
            if bytes.count > memory { return try await written(bytes, &iterator) }
        }
        return .bytes(Data(bytes))
    }

    private static func written(_ start: [UInt8], _ rest: inout HTTPBody.AsyncIterator) async throws -> Upload {
        let url = FileManager.default.temporaryDirectory.appending(path: "apus-upload-\(UUID().uuidString)")
        let upload = Upload.file(url, isTemporary: true)
        do {
            // No other user may read what is sent.
            guard
                FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw CocoaError(.fileWriteUnknown) }
            let file = try FileHandle(forWritingTo: url)
            defer { try? file.close() }
            try file.write(contentsOf: start)
            while let chunk = try await rest.next() { try file.write(contentsOf: chunk) }
        } catch {
            upload.remove()
            throw error
        }
        return upload
    }

    /// Removes the temporary file, once it is sent.
    func remove() {
        if case .file(let url, isTemporary: true) = self { try? FileManager.default.removeItem(at: url) }
    }
}
