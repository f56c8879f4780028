/// The files that `apus generate --shards N` writes. They must be declared before it runs.
///
/// `Sources/Generator/Files/OutputNames.swift` says the same, which a plugin cannot link.
enum OutputNames {
    /// One shard: `Models.swift`, ...; several: `Models0.swift`, `Models1.swift`, ...
    static func all(shards: Int) -> [String] {
        ["Models", "Validators", "Client", "Server", "Samples"].flatMap { part in
            shards == 1 ? ["\(part).swift"] : (0..<shards).map { "\(part)\($0).swift" }
        }
    }

    /// A shard for each 256 KB, as a power of two so that the number rarely moves when the document grows.
    ///
    /// An edit does not make SwiftPM ask the plugin again, so the tool writes as many as it was told, whatever the size.
    static func shards(forDocumentOfSize bytes: Int) -> Int {
        var shards = 1
        while shards < 64, bytes > shards << 18 { shards *= 2 }
        return shards
    }
}
