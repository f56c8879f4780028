/// The files of an output folder that are Apus's own, according to its manifest and the journal of an interrupted run.
struct OwnedFiles {
    private var listed: Set<String> = []
    private var hashes: [String: Set<ContentHash>] = [:]

    init(folder: OutputFolder) throws(FileError) {
        let manifest = try Self.entries(of: Manifest.fileName, in: folder)
        let journal = try Self.entries(of: Manifest.journalName, in: folder)
        listed = Set(manifest.map(\.path))
        for entry in manifest + journal { hashes[entry.path, default: []].insert(entry.hash) }
    }

    var paths: Set<String> {
        Set(hashes.keys)
    }

    /// Edits of a generated file are lost, as its header says. A file that only the journal lists must have the announced content.
    func mayReplace(_ path: String, holding content: [UInt8]) -> Bool {
        listed.contains(path) || mayRemove(path, holding: content)
    }

    func mayRemove(_ path: String, holding content: [UInt8]) -> Bool {
        hashes[path]?.contains(ContentHash(content)) ?? false
    }

    static func entries(of file: String, in folder: OutputFolder) throws(FileError) -> [Manifest.File] {
        guard let bytes = try folder.contents(of: file), let manifest = Manifest(bytes: bytes) else { return [] }
        return manifest.files.filter { OutputFolder.isPlain($0.path) }
    }
}
