import ApusRendering
import CompiledSDK
import Foundation
import Testing

/// The size of the generated code.
struct SizeTests {
    @Test func theSeedHasAtMost150Lines() throws {
        #expect(try lines(of: GeneratedSDK.fixture("Seed", "update-conversation")) <= 150)
    }

    @Test(.enabled(if: Repository.hasV0, "../shared/specs/openhands-v0.json is missing"))
    func v0HasAtMost2700Lines() throws {
        #expect(try lines(of: GeneratedSDK.v0()) <= 2700)
    }

    /// The number of lines of all files after formatting, which must not change anything.
    private func lines(of sdk: GeneratedSDK) throws -> Int {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-size-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
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
}
