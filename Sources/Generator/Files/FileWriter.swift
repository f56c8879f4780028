import ApusRendering

/// Updates an output folder to the rendered files, and does not touch anything in it that Apus did not write.
///
/// A file is Apus's own if the manifest lists it, or if an interrupted run's journal does and its content is still what that
/// run wrote.
package struct FileWriter: Sendable {
    private let folder: OutputFolder
    private let version: String
    private let source: Manifest.Source

    package init(folder: OutputFolder, version: String, source: Manifest.Source) {
        self.folder = folder
        self.version = version
        self.source = source
    }

    /// The changes that `write` would make.
    package func changes(for files: [RenderedFile]) throws(FileError) -> FolderChanges {
        let owned = try OwnedFiles(folder: folder)
        var changes = FolderChanges()
        for file in files {
            guard let current = try folder.contents(of: file.path) else {
                changes.steps.append(.create(file.path))
                continue
            }
            guard current != Array(file.text.utf8) else { continue }
            if owned.mayReplace(file.path, holding: current) {
                changes.steps.append(.update(file.path))
            } else {
                changes.foreign.append(file.path)
            }
        }
        for path in owned.paths.subtracting(files.map(\.path)).sorted() {
            guard let current = try folder.contents(of: path) else { continue }
            if owned.mayRemove(path, holding: current) {
                changes.steps.append(.remove(path))
            } else {
                changes.edited.append(path)
            }
        }
        return changes
    }

    /// Writes the files that differ. If a file of the user's is in the way, nothing is written: see `FolderChanges.foreign`.
    package func write(_ files: [RenderedFile]) throws(FileError) -> FolderChanges {
        try FileSystem.createFolder(folder.path)
        return try FileSystem.withLock(on: folder.path) { () throws(FileError) in
            let changes = try changes(for: files)
            if changes.foreign.isEmpty { try apply(changes, to: files) }
            return changes
        }
    }

    private func apply(_ changes: FolderChanges, to files: [RenderedFile]) throws(FileError) {
        for leftover in folder.leftovers(besides: files.map(\.path)) { try folder.remove(leftover) }
        let entries = files.map { Manifest.File(path: $0.path, hash: ContentHash($0.text)) }
        if !changes.steps.isEmpty { try writeJournal(entries) }
        let texts = Dictionary(files.map { ($0.path, $0.text) }) { first, _ in first }
        for step in changes.steps {
            switch step {
            case .create(let path), .update(let path): try folder.replace(path, with: texts[path] ?? "")
            case .remove(let path): try folder.remove(path)
            }
        }
        let manifest = Manifest(version: version, source: source, files: entries).text
        if try folder.contents(of: Manifest.fileName) != Array(manifest.utf8) {
            try folder.replace(Manifest.fileName, with: manifest)
        }
        try folder.remove(Manifest.journalName)
    }

    /// Announces the files that are about to appear. Files that an earlier interrupted run announced stay announced.
    private func writeJournal(_ entries: [Manifest.File]) throws(FileError) {
        let earlier = try OwnedFiles.entries(of: Manifest.journalName, in: folder)
        let files = Array(Set(earlier + entries))
        let journal = Manifest(version: version, source: source, files: files).text
        try folder.replace(Manifest.journalName, with: journal)
    }
}
