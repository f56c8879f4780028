import Foundation

/// The expected sources of one fixture.
struct Golden: Sendable, CustomStringConvertible {
    let description: String
    let sources: [URL]

    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let all: [Golden] = {
        let root = repository.appending(path: "Fixtures")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.sorted().compactMap { name in
            let folder = root.appending(path: name).appending(path: "Expected")
            let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            let sources = files.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0) }
            return sources.isEmpty ? nil : Golden(description: name, sources: sources)
        }
    }()

    /// The fixture generated with another access level, in a temporary folder.
    static func generated(_ fixture: String, access: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-access-\(UUID().uuidString)")
        let source = repository.appending(path: "Fixtures/\(fixture)/openapi.txt")
        let result = try Compiler.run(
            executable: Compiler.products.appending(path: "apus"),
            ["generate", source.path, "--output", folder.path, "--access", access]
        )
        guard result.status == 0 else { throw CompilerError(output: result.output) }
        return folder
    }
}

struct CompilerError: Error {
    var output: String
}
