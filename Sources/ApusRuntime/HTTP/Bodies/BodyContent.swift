#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The bytes of a body that was read to its end: in memory or, if there are many, in an unnamed file, which disappears with its
/// last reader.
struct BodyContent: Sendable {
    private enum Storage: Sendable {
        case memory([UInt8])
        case file(MappedFile)
    }

    private let storage: Storage

    init(_ bytes: [UInt8]) { storage = .memory(bytes) }

    /// Reads a body. A body of more than `memoryLimit` bytes goes to a file.
    ///
    /// - Throws: ``BodyTooLarge``, or the reason why no more bytes came or could be stored.
    init(of body: HTTPBody, upTo limit: Int, memoryLimit: Int = 1 << 20) async throws {
        if let length = body.length, length <= memoryLimit || body.buffered != nil {
            storage = .memory(try await body.bytes(upTo: limit))
            return
        }
        var bytes: [UInt8] = []
        var file: SpoolFile?
        for try await chunk in body.limited(to: limit) {
            bytes += chunk
            guard bytes.count > memoryLimit || file != nil else { continue }
            let open = try file ?? SpoolFile()
            file = open
            try open.write(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        storage = try file.map { .file(try $0.mapped()) } ?? .memory(bytes)
    }

    var isEmpty: Bool { count == 0 }

    var count: Int {
        switch storage {
        case .memory(let bytes): bytes.count
        case .file(let file): file.count
        }
    }

    func withBytes<Value>(_ read: (UnsafeRawBufferPointer) -> Value) -> Value {
        switch storage {
        case .memory(let bytes): bytes.withUnsafeBytes { read($0) }
        case .file(let file): withExtendedLifetime(file) { read(file.bytes) }
        }
    }

    func bytes(_ range: Range<Int>) -> [UInt8] {
        withBytes { Array($0[range]) }
    }

    /// The bytes of a range, which are not copied if they are in a file.
    func data(_ range: Range<Int>) -> Data {
        switch storage {
        case .memory(let bytes): Data(bytes[range])
        case .file(let file): file.data(range)
        }
    }
}

/// A file for a body that is too large for memory. Its name is removed as soon as it is open, so that nothing remains of it however
/// the process ends.
private final class SpoolFile {
    private let path: String
    private let descriptor: Int32

    init() throws {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        path = "\(folder)/apus-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor < 0 { throw FileError(path: path, code: errno) }
        _ = unlink(path)
    }

    deinit { _ = close(descriptor) }

    func write(_ bytes: [UInt8]) throws {
        try Task.checkCancellation()
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError(path: path, code: errno)
            }
            rest = rest.dropFirst(count)
        }
    }

    func mapped() throws -> MappedFile { try MappedFile(descriptor: descriptor, path: path) }
}

/// The system's `write`, which the method above shadows.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
