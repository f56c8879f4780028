#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Why a file could not be read or written.
package struct FileError: Error, Equatable {
    package var path: String
    package var reason: String

    package init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    fileprivate static func last(_ path: String) -> FileError {
        FileError(path: path, reason: String(cString: strerror(errno)))
    }
}

/// The few system calls that are needed to read documents and write sources, with the reasons for their failures.
package enum FileSystem {
    package enum Kind {
        case nothing, file, folder, link, other
    }

    /// What is at `path` itself: a symbolic link is not followed.
    package static func kind(of path: String) -> Kind {
        var status = stat()
        guard lstat(path, &status) == 0 else { return .nothing }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    /// `path` without links, `.` and `..`; `nil` if a part of it does not exist.
    package static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The names in a folder; none if there is no such folder.
    package static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let capacity = MemoryLayout.size(ofValue: entry.pointee.d_name)
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}

// Reading.
extension FileSystem {
    /// The bytes of a file, at most `limit + 1` of them, so that a caller can see that there are too many.
    package static func contents(of path: String, limit: Int = .max - 1) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last(path) }
        defer { close(descriptor) }
        return try contents(of: descriptor, name: path, limit: limit)
    }

    package static func contentsOfStandardInput(limit: Int) throws(FileError) -> [UInt8] {
        try contents(of: STDIN_FILENO, name: "standard input", limit: limit)
    }

    private static func contents(of descriptor: Int32, name: String, limit: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = read(descriptor, &chunk, min(chunk.count, limit - bytes.count + 1))
            guard count >= 0 else { throw .last(name) }
            guard count > 0 else { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return bytes
    }
}

// Writing.
extension FileSystem {
    package static func createFolder(_ path: String) throws(FileError) {
        if mkdir(path, 0o777) == 0 || errno == EEXIST && FileSystem.isFolder(path) { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else { throw .last(path) }
        try createFolder(String(path[..<slash]))
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last(path) }
    }

    /// Whether `path` is a folder or a link to one.
    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Writes a file that must not exist yet.
    package static func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .last(path) }
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress.map { $0 + offset }, bytes.count - offset)
            }
            guard count > 0 else {
                let error = FileError.last(path)
                close(descriptor)
                unlink(path)
                throw error
            }
            offset += count
        }
        guard close(descriptor) == 0 else { throw .last(path) }
    }

    /// Atomic within a folder: whoever reads `target` sees the old content or the new.
    package static func rename(_ path: String, to target: String) throws(FileError) {
        guard systemRename(path, target) == 0 else { throw .last(target) }
    }

    package static func remove(_ path: String) throws(FileError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .last(path) }
    }

    /// Runs `body` while no other process has locked the folder. The system releases the lock when its process ends.
    package static func withLock<Value>(
        on folder: String,
        _ body: () throws(FileError) -> Value
    ) throws(FileError) -> Value {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last(folder) }
        defer { close(descriptor) }
        // The files are written even if the file system has no locks, as on some network mounts.
        _ = flock(descriptor, LOCK_EX)
        return try body()
    }
}

private func systemRename(_ path: String, _ target: String) -> Int32 {
    rename(path, target)
}
