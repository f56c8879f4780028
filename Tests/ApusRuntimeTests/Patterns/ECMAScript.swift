import Foundation

/// Node.js, whose engine is independent of this one.
enum ECMAScript {
    private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Support/patterns.js")

    static let isPresent = (try? run(["-e", "1"])) != nil

    struct Failure: Error {}

    /// For each pattern, whether it matches each of its strings (`nil` if that takes too long); `nil` instead if it is not valid
    /// with the `u` flag.
    static func judge(_ cases: [(pattern: String, texts: [String])]) throws -> [[Bool?]?] {
        let file = FileManager.default.temporaryDirectory.appending(path: "apus-patterns-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let json = cases.map { [$0.pattern, $0.texts] as [Any] }
        try JSONSerialization.data(withJSONObject: json).write(to: file)
        return try run([script.path, file.path]).split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line == "invalid" ? nil : line.map { $0 == "?" ? nil : $0 == "1" }
        }
    }

    private static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["node"] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure() }
        return String(String(decoding: data, as: UTF8.self).dropLast())
    }
}
