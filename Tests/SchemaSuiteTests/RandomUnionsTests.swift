import CompiledSDK
import Foundation
import Testing

/// The member that generated code chooses, by any fast path that planning found, is the one that the rules choose.
@Suite(.enabled(if: Repository.python != nil, "\(Repository.pythonMissing)"))
struct RandomUnionsTests {
    /// A small number of pairs; `make random-unions PAIRS=1000000` tests a million.
    @Test(arguments: [3, 4])
    func theMemberIsWhatTheRulesSay(seed: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-unions-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let python = Repository.python ?? "python3"
        let run = try Command.run([
            "/usr/bin/env", "APUS_PYTHON=\(python)", "APUS_UNIONS=16", "APUS_UNIONS_MODE=-Onone",
            Repository.root.appending(path: "Scripts/run-random-unions").path, Repository.products.path, folder.path,
            "10000", "\(seed)",
        ])
        #expect(run.status == 0, "\(run.output.suffix(4_000))")
    }
}
