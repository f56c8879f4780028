import Foundation

/// The built `apus`, run as a user runs it.
struct Executable {
    struct Result {
        var status: Int32
        var output: String
        var errors: String
    }

    var url = Executable.productFolder.appending(path: "apus")

    func run(_ arguments: [String], in folder: URL? = nil, input: String? = nil) throws -> Result {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let (output, errors, source) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = source
        try process.run()
        if let input { try source.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
        try source.fileHandleForWriting.close()
        // The diagnostics of one run fit into a pipe's buffer, so the order of reading does not matter.
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        let diagnostics = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: diagnostics, as: UTF8.self)
        )
    }

    /// The folder of the test bundle also contains the package's executables.
    private static var productFolder: URL {
        #if os(macOS)
            for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
                return bundle.bundleURL.deletingLastPathComponent()
            }
        #endif
        return Bundle.main.bundleURL
    }
}
