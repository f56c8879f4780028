import Foundation
import Testing

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

@Suite("Killed at any moment")
struct KillTests {
    /// Real runs that switch between two documents, each killed at a random moment. Every file then belongs to one or the other
    /// document, and the next run repairs the folder.
    @Test
    func killedRunsLeaveEveryFileOldOrNew() throws {
        let workspace = try Workspace()
        var random = SeededGenerator(state: 0x9e37_79b9_7f4a_7c15)
        let documents = ["first", "second"]
        for name in documents { try workspace.write("\(name).yaml", Self.document(name)) }
        let versions = try documents.map { try expected($0, in: workspace) }
        let mine = ["Mine.swift": "mine", ".apus-mine.tmp": "mine too"]
        for (path, text) in mine { try workspace.write("out/\(path)", text) }

        let duration = try duration(in: workspace)
        var interrupted = 0
        for round in 0..<200 {
            let delay = UInt32.random(in: 0...UInt32(duration * 1_200_000), using: &random)
            if try kill(after: delay, document: documents[round % 2], in: workspace) { interrupted += 1 }
            for (path, text) in try workspace.files(in: "out") where !isOwn(path) {
                #expect(mine[path] == text || versions.contains { $0[path] == text }, "\(path) in round \(round)")
            }
        }
        #expect(interrupted > 50, "Too few of the kills met a run: \(interrupted)")

        #expect(try workspace.run("generate", "first.yaml", "--output", "out").status == 0)
        #expect(try workspace.files(in: "out") == versions[0].merging(mine) { first, _ in first })
        #expect(try workspace.run("generate", "first.yaml", "--output", "out", "--check").status == 0)
    }

    /// Journals and temporary files belong to Apus, and are gone after the next complete run.
    private func isOwn(_ path: String) -> Bool {
        path == ".apus-journal.json" || path.wholeMatch(of: /\.apus-[0-9a-f]{16}\.tmp/) != nil
    }

    private func expected(_ name: String, in workspace: Workspace) throws -> [String: String] {
        _ = try workspace.run("generate", "\(name).yaml", "--output", "expected-\(name)")
        return try workspace.files(in: "expected-\(name)")
    }

    /// The duration of an undisturbed run in seconds.
    private func duration(in workspace: Workspace) throws -> Double {
        let start = Date()
        _ = try workspace.run("generate", "first.yaml", "--output", "timed")
        _ = try workspace.run("generate", "second.yaml", "--output", "timed")
        return Date().timeIntervalSince(start) / 2
    }

    private func kill(after microseconds: UInt32, document: String, in workspace: Workspace) throws -> Bool {
        let process = Process()
        process.executableURL = workspace.apus.url
        process.arguments = ["generate", "\(document).yaml", "--output", "out"]
        process.currentDirectoryURL = workspace.url
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        usleep(microseconds)
        _ = systemKill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    /// A document with enough schemas that a run writes for a while.
    private static func document(_ name: String) -> String {
        let schemas = (0..<200).map {
            "    \(name)Pet\($0):\n      {type: object, properties: {\(name)\($0): {type: string}}}\n"
        }
        return Workspace.document(description: name) + schemas.joined()
    }
}

private func systemKill(_ process: pid_t, _ signal: Int32) -> Int32 {
    kill(process, signal)
}

/// The same kills in each run of the tests, as far as the machine allows (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}
