import Foundation

/// Whole runs of the release build of `apus`, from starting the process to its end.
struct GenerationBenchmark {
    /// The executable.
    var apus: URL
    var documents: [URL]

    /// The seconds that a run may take, by the file's name, from DESIGN.
    private static let goals = ["openhands-v0.json": 0.025, "github.json": 0.3]

    /// `1.06 x the goal`, if there is one.
    private func ratio(_ document: URL, _ seconds: Double) -> String {
        Self.goals[document.lastPathComponent].map { (seconds / $0).times + " the goal" } ?? ""
    }

    func run(_ table: inout Table) throws {
        table.heading("apus generate")
        let output = FileManager.default.temporaryDirectory.appending(path: "apus-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: output) }
        for document in documents {
            let folder = output.appending(path: document.lastPathComponent)
            var best = (wall: Double.infinity, cpu: Double.infinity)
            for _ in 0..<5 {
                try? FileManager.default.removeItem(at: folder)
                let start = (Date(), Clock.children)
                let status = generate(document, to: folder)
                guard status == 0 else { break }
                best = (min(best.wall, Date().timeIntervalSince(start.0)), min(best.cpu, Clock.children - start.1))
            }
            let sources = try sources(in: folder)
            let lines = sources.count { $0 == UInt8(ascii: "\n") }
            let name = document.deletingLastPathComponent().lastPathComponent + "/" + document.lastPathComponent
            if lines == 0 {
                table.line(name, "does not generate", result: [])
            } else {
                let figures = (best.wall.seconds, "\(best.cpu.seconds) CPU", "\(lines) lines")
                table.line(name, figures.0, figures.1, figures.2, ratio(document, best.wall), result: sources)
            }
        }
    }

    /// Does not use Foundation's `Process`, which notices the end of a process only tens of milliseconds later.
    private func generate(_ document: URL, to folder: URL) -> Int32 {
        let command = ["apus", "generate", document.path, "--output", folder.path]
        var arguments = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        var process = pid_t()
        guard posix_spawn(&process, apus.path, &actions, nil, &arguments, nil) == 0 else { return -1 }
        var status: Int32 = 0
        return waitpid(process, &status, 0) == process ? status : -1
    }

    private func sources(in folder: URL) throws -> [UInt8] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return try names.sorted().filter { $0.hasSuffix(".swift") }.reduce(into: []) { bytes, name in
            bytes += try Data(contentsOf: folder.appending(path: name))
        }
    }
}
