import CompiledSDK
import Foundation
import Testing

/// Values are written as they were read: values of every schema of real documents, through their generated models.
@Suite(.enabled(if: Repository.python != nil, "\(Repository.pythonMissing)"))
struct LosslessTests {
    /// Small documents; `make lossless` tests all documents in `../shared/specs`, the large ones of which take minutes to compile.
    private static let documents = ["keeper.json", "buildomat.json", "tempo.yaml", "firecracker.json"]
        .map { Repository.specs.appending(path: $0) }
        .filter { FileManager.default.fileExists(atPath: $0.path) }

    /// Samples and 20 random values of each schema, with the direct codec and with Foundation's coders.
    @Test(arguments: documents)
    func everyValueIsWrittenAsItWasRead(document: URL) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-lossless-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = Repository.root.appending(path: "Scripts/run-lossless").path
        let python = Repository.python ?? "python3"
        let run = try Command.run([
            "/usr/bin/env", "APUS_PYTHON=\(python)", script, Repository.products.path, document.path, folder.path,
        ])
        print(run.output)
        #expect(run.status == 0, "\(run.output.suffix(4_000))")
    }
}
