internal import Foundation

/// A finished process.
package struct Command: Sendable {
    package var status: Int32
    /// Standard output and standard error.
    package var output: String
    /// The user-mode CPU time of the process and of those that it waited for.
    package var userSeconds: Double

    package static func run(_ arguments: [String]) throws -> Command {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // `times` prints `0m0.00s 0m0.01s` for the shell and then for its children.
        process.arguments = ["-c", #""$@"; status=$?; echo; times; exit $status"#, "sh"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        var lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        let seconds = lines.popLast()?.split(separator: " ").first.map(seconds) ?? 0
        let output = lines.dropLast().joined(separator: "\n")
        return Command(status: process.terminationStatus, output: output, userSeconds: seconds)
    }

    /// Runs a command that must succeed.
    @discardableResult
    package static func check(_ arguments: [String]) throws -> Command {
        let command = try run(arguments)
        guard command.status == 0 else { throw CommandFailure(arguments: arguments, output: command.output) }
        return command
    }

    /// `1m2.34s` -> 62.34
    private static func seconds(_ text: Substring) -> Double {
        let parts = text.dropLast().split(separator: "m").map { Double($0) ?? 0 }
        return parts.count == 2 ? parts[0] * 60 + parts[1] : 0
    }
}

struct CommandFailure: Error, CustomStringConvertible {
    var arguments: [String]
    var output: String

    var description: String { "\(arguments.prefix(12).joined(separator: " ")) ...\n\(output.prefix(4000))" }
}
