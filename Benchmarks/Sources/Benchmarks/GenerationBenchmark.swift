import Foundation

/// Whole runs of the release build of `apus`, from starting the process to its end.
struct GenerationBenchmark {
    /// The executable.
    var apus: URL
    var documents: [URL]

    /// `4.1 x json.load`: the CPU time compared with that of a Python process that only parses the document, if it is JSON. Both run
    /// in an empty environment, so that the start of a version manager of Python is not measured.
    private func ratio(_ document: URL, _ cpu: Double) -> String {
        guard document.pathExtension == "json" else { return "" }
        var best = Double.infinity
        for _ in 0..<5 {
            let start = Clock.children
            let script = "import json, sys; json.load(open(sys.argv[1]))"
            guard run("/usr/bin/env", ["env", "python3", "-c", script, document.path]) == 0 else { return "" }
            best = min(best, Clock.children - start)
        }
        return (cpu / best).times + " json.load"
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
                let status = run(apus.path, ["apus", "generate", document.path, "--output", folder.path])
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
                table.line(name, figures.0, figures.1, figures.2, ratio(document, best.cpu), result: sources)
            }
        }
    }

    /// Does not use Foundation's `Process`, which notices the end of a process only tens of milliseconds later.
    private func run(_ executable: String, _ command: [String]) -> Int32 {
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
        guard posix_spawn(&process, executable, &actions, nil, &arguments, nil) == 0 else { return -1 }
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
