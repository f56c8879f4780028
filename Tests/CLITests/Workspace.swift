import Foundation

/// A folder with the documents that the tests use, removed when the last reference is released.
final class Workspace: Sendable {
    let url: URL
    let apus = Executable()

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "apus-cli-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try write("sound.yaml", Self.document())
        try write("broken.yaml", "openapi: 3.1.0\ninfo: {title: Broken, version: '1'}\npaths:\n  /a:\n    get: [\n")
        let head = "openapi: 3.1.0\ninfo: {title: Several, version: '1'}\ncomponents: {schemas: {Pet: {$ref: "
        try write("parts/several.yaml", head + "'../sound.yaml#/components/schemas/Pet'}}}\n")
        try write("parts/mapped.yaml", head + "'https://example.com/sound.yaml#/components/schemas/Pet'}}}\n")
        try write("wrong.yaml", Self.document(reference: "Missing"))
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func run(_ arguments: String..., input: String? = nil) throws -> Executable.Result {
        try apus.run(arguments, in: url, input: input)
    }

    func write(_ path: String, _ text: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func text(_ path: String) throws -> String {
        try String(contentsOf: url.appending(path: path), encoding: .utf8)
    }

    /// The files below a folder, keyed by path, without the manifest.
    func files(in folder: String) throws -> [String: String] {
        let folder = url.appending(path: folder)
        guard FileManager.default.fileExists(atPath: folder.path) else { return [:] }
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            guard path != ".apus-manifest.json" else { continue }
            files[path] = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        }
        return files
    }

    static func document(description: String = "A pet", reference: String = "Pet") -> String {
        """
        openapi: 3.1.0
        info: {title: Pets, version: '1'}
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
              responses:
                '200':
                  description: The pet
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/\(reference)'}
        components:
          schemas:
            Pet:
              type: object
              description: \(description)
              required: [name]
              properties:
                name: {type: string, minLength: 1}

        """
    }
}
