import Foundation

/// Whole runs of the release build of `apus`, from starting the process to its end.
struct GenerationBenchmark {
    /// The executable.
    var apus: URL
    var documents: [URL]

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
                let status = try generate(document, to: folder)
                guard status == 0 else { break }
                best = (min(best.wall, Date().timeIntervalSince(start.0)), min(best.cpu, Clock.children - start.1))
            }
            let sources = try sources(in: folder)
            let lines = sources.count { $0 == UInt8(ascii: "\n") }
            let name = document.deletingLastPathComponent().lastPathComponent + "/" + document.lastPathComponent
            if lines == 0 {
                table.line(name, "does not generate", result: [])
            } else {
                table.line(name, best.wall.seconds, "\(best.cpu.seconds) CPU", "\(lines) lines", result: sources)
            }
        }
    }

    private func generate(_ document: URL, to folder: URL) throws -> Int32 {
        let process = Process()
        process.executableURL = apus
        process.arguments = ["generate", document.path, "--output", folder.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func sources(in folder: URL) throws -> [UInt8] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return try names.sorted().filter { $0.hasSuffix(".swift") }.reduce(into: []) { bytes, name in
            bytes += try Data(contentsOf: folder.appending(path: name))
        }
    }
}
