import BodiesSDK
import Foundation
import Testing

@testable import ApusRuntime

/// Files in forms that are too large for memory.
struct LargeFormsTests {
    private static let content = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })

    @Test func filesAreReadWhileTheyAreSent() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-form-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "large.bin").path
        try Self.content.write(to: URL(filePath: path))

        let file = try FilePart(file: path, contentType: "application/zip")
        #expect(file.filename == "large.bin" && file.data == Self.content)
        var writer = MultipartWriter()
        writer.write("file", file)
        writer.write("note", "after it")
        let body = writer.finish()
        #expect(body.buffered == nil)
        let bytes = try await body.bytes()
        #expect(bytes.count == body.length)
        // Each reader starts from the beginning.
        #expect(try await body.bytes() == bytes)

        let content = try await BodyContent(of: body, upTo: 1 << 30)
        var reader = try MultipartReader(content, boundary: writer.boundary)
        let read: FilePart = try reader.required("file")
        let note: String = try reader.required("note")
        #expect(read == file && note == "after it")
        #expect(throws: (any Error).self) { try FilePart(file: folder.path) }
        #expect(throws: (any Error).self) { try FilePart(file: folder.appending(path: "none").path) }
    }

    /// The bytes are the same whether they fit into memory or not, and the limit is checked before they are stored.
    @Test(arguments: [1, 10, 999, 1_000, 1_000_000])
    func contentIsInMemoryOrInAFile(memoryLimit: Int) async throws {
        let chunks = AsyncStream<[UInt8]> { continuation in
            for start in stride(from: 0, to: 1_000, by: 100) {
                continuation.yield(Array(Self.content[start..<start + 100]))
            }
            continuation.finish()
        }
        let content = try await BodyContent(of: HTTPBody(chunks), upTo: 1_000, memoryLimit: memoryLimit)
        #expect(content.count == 1_000)
        #expect(content.data(250..<700) == Self.content[250..<700])
        #expect(content.bytes(0..<1_000) == Array(Self.content[..<1_000]))
        let endless = AsyncStream<[UInt8]> { continuation in continuation.yield([UInt8](repeating: 0, count: 1_001)) }
        await #expect(throws: BodyTooLarge.self) {
            try await BodyContent(of: HTTPBody(endless), upTo: 1_000, memoryLimit: memoryLimit)
        }
    }
}
