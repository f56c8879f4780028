import ApusRendering
import Foundation
import Testing

/// How much is generated, and what it costs to compile.
struct SizeTests {
    @Test func theSeedHasAtMost150Lines() throws {
        #expect(try lines(of: GeneratedSDK.fixture("Seed", "update-conversation")) <= 150)
    }

    @Test(.enabled(if: Repository.hasV0, V0Tests.v0Missing))
    func v0HasAtMost3600Lines() throws {
        #expect(try lines(of: GeneratedSDK.v0()) <= 3600)
    }

    @Test(.enabled(if: Repository.hasV0, V0Tests.v0Missing), .enabled(if: Repository.python != nil))
    func v0CompilesWithoutAWarning() async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let release = try SDKCompiler(GeneratedSDK.v0(), folder: folder).compile(["-O"])
        let debug = try #require(try await Harness.shared.value.debug)
        print("V0 compiles in \(debug.userSeconds) s (-Onone) and \(release.userSeconds) s (-O) of CPU time")
        #expect(debug.output.isEmpty && release.output.isEmpty)
    }

    /// The lines of all files after formatting, which must change nothing.
    private func lines(of sdk: GeneratedSDK) throws -> Int {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = sdk.files.map { (url: folder.appending(path: $0.path), text: $0.text) }
        for file in files {
            try file.text.replacing("// swift-format-ignore-file\n", with: "// As if unmarked.\n")
                .write(to: file.url, atomically: true, encoding: .utf8)
        }
        let configuration = Repository.root.appending(path: ".swift-format").path
        let format = ["/usr/bin/env", "swift", "format", "--in-place", "--configuration", configuration]
        try Command.check(format + files.map(\.url.path))
        var count = 0
        for file in files {
            let formatted = try String(contentsOf: file.url, encoding: .utf8)
            #expect(formatted.split(separator: "\n").dropFirst() == file.text.split(separator: "\n").dropFirst())
            count += formatted.utf8.count { $0 == UInt8(ascii: "\n") }
        }
        print("\(sdk.module): \(count) lines")
        return count
    }

    private func temporaryFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-size-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
