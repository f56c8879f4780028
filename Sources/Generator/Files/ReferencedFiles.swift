import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// The files that the `$ref`s of a document refer to. Only regular files in the allowed folders are read, wherever symbolic links
/// lead. The network is never used.
package final class ReferencedFiles: DocumentSource {
    private let folders: ReferenceFolders
    private let diagnostics: Diagnostics
    /// The folder of the document as the user wrote it, `""` or with a slash at the end; for a link, the folder of its target.
    private let folder: String
    private let resolvedDocument: String?
    /// Without links.
    private let allowed: [String]
    /// By path without links.
    private var loaded: [String: Node?] = [:]
    private var limits = Limits()

    /// `root`, the document itself, counts towards the limits.
    package init(document: SourceFile, root: Node, folders: ReferenceFolders, diagnostics: Diagnostics) {
        self.folders = folders
        self.diagnostics = diagnostics
        resolvedDocument = FileSystem.resolved(document.name)
        // The target of a link refers to files beside itself.
        let name = FileSystem.kind(of: document.name) == .link ? resolvedDocument ?? document.name : document.name
        folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
        let others = folders.isSealed ? [] : folders.allowed + folders.urls.values
        allowed = ([folder.isEmpty ? "." : folder] + others).compactMap(FileSystem.resolved)
        limits.takenBytes = document.bytes.count
        limits.takenNodes = root.size
    }

    package func load(_ uri: String) throws(SourceError) -> LoadedFile {
        let path = try path(of: uri)
        let resolved = try checked(path)
        if resolved == resolvedDocument { return .document }
        if let known = loaded[resolved] { return .file(known) }
        let node = try read(path, at: resolved)
        loaded[resolved] = .some(node)
        return .file(node)
    }

    // MARK: URI -> path

    private func path(of uri: String) throws(SourceError) -> String {
        if let (folder, rest) = folders.folder(for: uri) {
            return try decoded(String(rest)).first.map { folder + "/" + $0 } ?? folder
        }
        let reference = URIReference(uri)
        guard reference.scheme == nil && reference.authority == nil else {
            throw SourceError(
                .networkReference,
                "is not a file: Apus does not use the network; map the URL to a folder with --map-url URL=DIR or 'urls'"
            )
        }
        let paths = try decoded(uri).map { $0.hasPrefix("/") ? $0 : folder + $0 }
        return paths.first { FileSystem.kind(of: $0) != .nothing } ?? paths[0]
    }

    /// `pet%20shop.yaml` is usually `pet shop.yaml`, rarely itself.
    private func decoded(_ text: String) throws(SourceError) -> [String] {
        guard let decoded = text.percentDecoded, !decoded.utf8.contains(0) else {
            throw SourceError(.unreadableReference, "is badly percent-encoded")
        }
        return decoded == text ? [text] : [decoded, text]
    }

    // MARK: What may be read

    /// The path without links. Nothing is reported about files outside, not even whether they exist.
    private func checked(_ path: String) throws(SourceError) -> String {
        let resolved = FileSystem.resolved(path)
        guard let place = resolved ?? existingFolder(above: path), allowed.contains(where: { contains($0, place) })
        else {
            let hint =
                folders.isSealed
                ? "a build sees only the files in it" : "--allow-folder DIR or 'folders' in apus.yaml allows others"
            throw SourceError(.referenceOutside, "leads out of the document's folder: \(hint)")
        }
        guard let resolved else { throw SourceError(.unreadableReference, "refers to a file that does not exist") }
        switch FileSystem.kind(of: resolved) {
        case .file: break
        case .folder: throw SourceError(.unreadableReference, "refers to a folder, not a file")
        case .nothing, .link, .other: throw SourceError(.unreadableReference, "refers to something that is not a file")
        }
        guard !folders.isSealed || [".yaml", ".yml", ".json"].contains(where: resolved.lowercased().hasSuffix) else {
            throw SourceError(
                .unreadableReference, "is not a .yaml, .yml or .json file, so a build would not notice its edits")
        }
        return resolved
    }

    private func existingFolder(above path: String) -> String? {
        var rest = path[...]
        while let slash = rest.lastIndex(of: "/") {
            rest = rest[..<slash]
            if let resolved = FileSystem.resolved(rest.isEmpty ? "/" : String(rest)) { return resolved }
        }
        return FileSystem.resolved(".")
    }

    private func contains(_ folder: String, _ path: String) -> Bool {
        path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
    }

    private func read(_ path: String, at resolved: String) throws(SourceError) -> Node? {
        do {
            let bytes = try FileSystem.contents(of: resolved, limit: limits.bytes)
            let file = SourceFile(name: path, bytes: bytes)
            let node = Loader(limits: limits).load(file: file, diagnostics: diagnostics)
            limits.takenBytes += bytes.count
            limits.takenNodes += node?.size ?? 0
            return node
        } catch {
            throw SourceError(.unreadableReference, "cannot be read: \(error.reason)")
        }
    }
}
