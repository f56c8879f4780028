/// Where the `$ref`s of a document may lead, besides the document's own folder.
package struct ReferenceFolders: Sendable, Equatable {
    /// Folders outside the document's own.
    package var allowed: [String] = []
    /// Folders that stand for URLs, keyed by the beginning of the URLs.
    package var urls: [String: String] = [:]
    /// Whether only files that a build knows of are allowed: the YAML and JSON files in the document's folder, whatever else is
    /// allowed.
    package var isSealed = false

    package init() {}

    /// `https://example.com/schemas/pet.json` -> `vendor/pet.json`, if `https://example.com/schemas/` is `vendor`: the longest
    /// matching beginning, up to a slash or the end.
    func folder(for url: String) -> (folder: String, rest: Substring)? {
        let fitting = urls.filter { prefix, _ in
            guard url.hasPrefix(prefix) else { return false }
            let rest = url.dropFirst(prefix.count)
            return prefix.hasSuffix("/") || rest.isEmpty || rest.hasPrefix("/")
        }
        guard let longest = fitting.max(by: { $0.key.utf8.count < $1.key.utf8.count }) else { return nil }
        return (longest.value, url.dropFirst(longest.key.count).drop { $0 == "/" })
    }
}
