#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The content of a file, 64 KiB at a time.
final class FileChunks {
    private static let size = 64 << 10

    private let path: String
    private var descriptor: Int32?

    init(_ path: String) { self.path = path }

    deinit { if let descriptor { _ = close(descriptor) } }

    func next() throws -> [UInt8]? {
        try Task.checkCancellation()
        let descriptor = try self.descriptor ?? opened()
        var chunk = [UInt8](repeating: 0, count: Self.size)
        let count = read(descriptor, &chunk, chunk.count)
        if count < 0 { throw FileError(path: path, code: errno) }
        chunk.removeLast(chunk.count - count)
        return chunk.isEmpty ? nil : chunk
    }

    private func opened() throws -> Int32 {
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        if opened < 0 { throw FileError(path: path, code: errno) }
        descriptor = opened
        return opened
    }

    /// The size of a regular file.
    static func size(_ path: String) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }
}

/// The reason why the file of a body cannot be read.
struct FileError: Error, CustomStringConvertible {
    var path: String
    var code: Int32

    var description: String { "\(path): \(String(cString: strerror(code)))" }
}
