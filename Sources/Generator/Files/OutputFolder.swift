/// The folder for generated sources, and the only one that is written to.
package struct OutputFolder: Sendable {
    /// As the user wrote it, for messages.
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// Whether `path` is relative, without `.` and `..`: `Models.swift`, `Parts/Models.swift`.
    package static func isPlain(_ path: String) -> Bool {
        !path.isEmpty && !path.contains("\0")
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { component in
                !component.isEmpty && component != "." && component != ".."
            }
    }

    package func contents(of file: String) throws(FileError) -> [UInt8]? {
        let location = try location(of: file)
        return FileSystem.kind(of: location) == .nothing ? nil : try FileSystem.contents(of: location)
    }

    /// Writes through a temporary file in the same folder, so that at any moment the file is either old or new.
    package func replace(_ file: String, with text: String) throws(FileError) {
        let location = try location(of: file)
        let folder = String(location[..<(location.lastIndex(of: "/") ?? location.endIndex)])
        try FileSystem.createFolder(folder)
        let temporary = folder + "/" + Self.temporaryName()
        try FileSystem.create(temporary, Array(text.utf8))
        try FileSystem.rename(temporary, to: location)
    }

    package func remove(_ file: String) throws(FileError) {
        try FileSystem.remove(try location(of: file))
    }

    /// The temporary files of interrupted runs, in the folders that contain `files`.
    package func leftovers(besides files: [String]) -> [String] {
        let folders = Set(files.map { file in file.lastIndex(of: "/").map { String(file[...$0]) } ?? "" } + [""])
        return folders.sorted().flatMap { folder in
            FileSystem.names(in: path + "/" + folder).filter(Self.isTemporaryName).map { folder + $0 }
        }
    }
}

extension OutputFolder {
    /// The location of `file`. A link on its path that leaves the folder is refused: Apus must not write what it leads to.
    private func location(of file: String) throws(FileError) -> String {
        guard Self.isPlain(file) else {
            throw FileError(path: path + "/" + file, reason: "is not a path inside the output folder")
        }
        let root = FileSystem.resolved(path)
        var location = path
        for component in file.split(separator: "/") {
            location += "/" + component
            guard let root, FileSystem.kind(of: location) == .link else { continue }
            guard let target = FileSystem.resolved(location), target.hasPrefix(root + "/") else {
                throw FileError(path: location, reason: "is a symbolic link that leaves the output folder")
            }
        }
        return location
    }

    /// `.apus-0123456789abcdef.tmp`
    private static func temporaryName() -> String {
        ".apus-\(ContentHash.random).tmp"
    }

    static func isTemporaryName(_ name: String) -> Bool {
        guard name.hasPrefix(".apus-"), name.hasSuffix(".tmp"), name.utf8.count == 26 else { return false }
        return ContentHash(hexadecimal: String(name.dropFirst(6).dropLast(4))) != nil
    }
}
