/// The files that `apus generate --shards N` writes. They must be declared before it runs.
///
/// This repeats `Sources/Generator/Files/OutputNames.swift`, which a plugin cannot link.
enum OutputNames {
    /// One shard: `Models.swift`, ...; several: `Models0.swift`, `Models1.swift`, ...
    static func all(shards: Int) -> [String] {
        ["Models", "Validators", "Client", "Server", "Samples"].flatMap { part in
            shards == 1 ? ["\(part).swift"] : (0..<shards).map { "\(part)\($0).swift" }
        }
    }

    /// One shard for each 256 KB, rounded up to a power of two so that the number rarely changes as the document grows.
    ///
    /// SwiftPM does not run the plugin again after an edit, so the tool writes the given number of shards whatever the
    /// size.
    static func shards(forDocumentOfSize bytes: Int) -> Int {
        var shards = 1
        while shards < 64, bytes > shards << 18 { shards *= 2 }
        return shards
    }
}
