import CompiledSDK
import Foundation
import Testing

/// What is sent over the wire for documents that many tools handle differently: `Tests/WireCases` has a program for each.
struct WireCasesTests {
    private static let cases = Repository.specs.deletingLastPathComponent().appending(path: "cases/wire")
    private static let hasCases = FileManager.default.fileExists(atPath: cases.path)

    /// Each row of the table that `make wire-cases` prints.
    @Test(.enabled(if: hasCases, "../shared/cases/wire is missing: all wire cases are skipped"))
    func everyCallSendsWhatItSays() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-wire-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = Repository.root.appending(path: "Scripts/run-wire-cases").path
        let run = try Command.run([script, Repository.products.path, Self.cases.path, folder.path])
        let lines = run.output.split(separator: "\n")
        for line in lines where line.hasSuffix(" | NO") { Issue.record("\(line)") }
        print(lines.last ?? "")
        #expect(run.status == 0, "\(run.output.suffix(4_000))")
    }
}
