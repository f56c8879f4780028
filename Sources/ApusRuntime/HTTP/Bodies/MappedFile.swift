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

/// The content of a file. The system loads only the pages that are read, and need not keep them in memory.
final class MappedFile: @unchecked Sendable {
    private let base: UnsafeMutableRawPointer?
    let count: Int

    convenience init(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw FileError(path: path, code: errno) }
        defer { _ = close(descriptor) }
        try self.init(descriptor: descriptor, path: path)
    }

    /// Maps an open file, which may be closed and deleted afterwards.
    init(descriptor: Int32, path: String) throws {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, code: EINVAL) }
        count = Int(status.st_size)
        // An empty file cannot be mapped.
        let mapped = count == 0 ? nil : mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
        if count > 0, mapped == nil || mapped == MAP_FAILED { throw FileError(path: path, code: errno) }
        base = mapped
    }

    deinit { if let base { _ = munmap(base, count) } }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    /// A part of the file, without a copy: the mapping lasts as long as the data.
    func data(_ range: Range<Int>) -> Data {
        guard let base, !range.isEmpty else { return Data() }
        return Data(
            bytesNoCopy: base + range.lowerBound,
            count: range.count,
            deallocator: .custom { _, _ in withExtendedLifetime(self) {} }
        )
    }
}
