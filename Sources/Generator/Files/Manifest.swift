import ApusDiagnostics
import ApusJSON
import ApusYAML

/// `.apus-manifest.json`: the files of an output folder that are Apus's own.
///
/// The manifest is written after all files. Before the first of them, a journal of the same form lists the files that are about to
/// appear, so that after an interrupted run, the next run knows which files are Apus's own.
package struct Manifest: Sendable, Equatable {
    package static let fileName = ".apus-manifest.json"
    package static let journalName = ".apus-journal.json"

    package struct Source: Sendable, Equatable {
        package var name: String
        package var hash: ContentHash

        package init(name: String, hash: ContentHash) {
            self.name = name
            self.hash = hash
        }
    }

    package struct File: Sendable, Hashable {
        package var path: String
        package var hash: ContentHash

        package init(path: String, hash: ContentHash) {
            self.path = path
            self.hash = hash
        }
    }

    package var version: String
    package var source: Source
    package var files: [File]

    package init(version: String, source: Source, files: [File]) {
        self.version = version
        self.source = source
        self.files = files.sorted { ($0.path, $0.hash.description) < ($1.path, $1.hash.description) }
    }
}

extension Manifest {
    /// The manifest as JSON, with a line for each file, so that merges of committed SDKs stay readable.
    package var text: String {
        let lines = files.map { #"    {"path": \#($0.path.quotedJSON), "hash": "\#($0.hash)"}"# }
        return """
            {
              "apus": \(version.quotedJSON),
              "source": {"name": \(source.name.quotedJSON), "hash": "\(source.hash)"},
              "files": [
            \(lines.joined(separator: ",\n"))
              ]
            }

            """
    }

    /// A damaged manifest counts as missing: its files then belong to nobody, and files that are in the way are reported.
    package init?(bytes: [UInt8]) {
        let file = SourceFile(name: Self.fileName, bytes: bytes)
        guard let root = Loader().load(file: file, diagnostics: Diagnostics())?.mapping,
            let version = root["apus"]?.string,
            let source = root["source"]?.mapping,
            let sourceName = source["name"]?.string,
            let sourceHash = source["hash"]?.string.flatMap(ContentHash.init(hexadecimal:)),
            let entries = root["files"]?.sequence
        else { return nil }
        var files: [File] = []
        for entry in entries {
            guard let entry = entry.mapping, let path = entry["path"]?.string,
                let hash = entry["hash"]?.string.flatMap(ContentHash.init(hexadecimal:))
            else { return nil }
            files.append(File(path: path, hash: hash))
        }
        self.init(version: version, source: Source(name: sourceName, hash: sourceHash), files: files)
    }
}
