import Foundation

/// The generated route compared with a handwritten one, each in a process of its own that answers the same requests.
///
/// The measure is the server's CPU time per request. The two take turns, so that a slow moment of the machine affects both.
struct RouteBenchmark {
    private let requests = 20_000
    private let rounds = 3

    func run(_ table: inout Table) throws {
        table.heading("PATCH /api/conversations/{conversation_id} on Hummingbird, CPU per request")
        var best: [ServerKind: Double] = [:]
        var answers: [ServerKind: [UInt8]] = [:]
        for _ in 0..<rounds {
            for kind in ServerKind.allCases {
                let idle = try cpu(of: kind, requests: 0).seconds
                let busy = try cpu(of: kind, requests: requests)
                best[kind] = min(best[kind] ?? .infinity, (busy.seconds - idle) / Double(requests))
                answers[kind] = busy.answer
            }
        }
        let generated = best[.generated] ?? .infinity
        let handwritten = best[.handwritten] ?? .infinity
        table.line("generated, with validation and key", generated.seconds, result: answers[.generated] ?? [])
        let ratio = String(format: "%.2f", generated / handwritten)
        table.line(
            "hand-written, with JSONDecoder", handwritten.seconds, "generated/hand-written: \(ratio)",
            result: answers[.handwritten] ?? [])
    }

    /// The CPU seconds of a server from its start to its end, and the last answer's body.
    private func cpu(of kind: ServerKind, requests: Int) throws -> (seconds: Double, answer: [UInt8]) {
        let before = Clock.children
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
        process.arguments = ["serve", kind.rawValue]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = UInt16(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw RouteBenchmarkError(message: "The server did not start: \(line)")
        }
        let answer = try LoadClient(port: port).run(requests: requests)
        process.terminate()
        process.waitUntilExit()
        return (Clock.children - before, answer)
    }
}

struct RouteBenchmarkError: Error {
    var message: String
}
