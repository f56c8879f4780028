import Foundation

/// `swiftc` with the ApusRuntime module from the package's own build.
enum Compiler {
    /// The folder of the build products: `.build/debug`.
    static let products: URL = {
        let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
        return (bundle ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
    }()

    static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        try run(
            executable: URL(filePath: "/usr/bin/env"),
            [
                "swiftc", "-swift-version", "6", "-warnings-as-errors", "-parse-as-library", "-module-name",
                "Generated",
                "-I", products.appending(path: "Modules").path,
            ] + arguments
        )
    }

    static func run(executable: URL, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = executable
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
