import ApusRuntime
import Foundation
import Testing

/// JSONTestSuite: names begin with `y` (must be accepted), `n` (must be refused) or `i` (either).
@Suite(.enabled(if: ParsingSuite.isThere, "../shared/json-parsing-suite is not there"))
struct ParsingSuiteTests {
    @Test(arguments: ParsingSuite.files)
    func everyFileIsAcceptedOrRefusedAsItsNameSays(name: String) throws {
        let bytes = try ParsingSuite.bytes(name)
        let isAccepted = (try? JSONDocument(bytes)) != nil
        switch name.first {
        case "y": #expect(isAccepted)
        case "n": #expect(!isAccepted)
        default: break
        }
    }

    /// The location of an error in a prefix is within the prefix.
    @Test(arguments: ParsingSuite.files)
    func anErrorForAPrefixLiesWithinIt(name: String) throws {
        let bytes = try ParsingSuite.bytes(name)
        for count in 0...min(bytes.count, 2000) {
            do {
                _ = try JSONDocument(bytes[..<count])
            } catch {
                #expect(0...count ~= error.offset)
            }
        }
    }

    /// An accepted text is read as the same value as in Foundation, and the written value can be read again.
    @Test(arguments: ParsingSuite.files.filter { $0.first == "y" })
    func whatIsAcceptedIsWhatFoundationReads(name: String) throws {
        let bytes = try ParsingSuite.bytes(name)
        let value = try JSONValue(jsonBytes: bytes)
        #expect(try JSONValue(jsonBytes: try value.jsonBytes()) == value)
        guard let expected = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) else {
            return
        }
        let written = try JSONSerialization.jsonObject(with: Data(try value.jsonBytes()), options: .fragmentsAllowed)
        #expect((written as? NSObject) == (expected as? NSObject))
    }
}

enum ParsingSuite {
    private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "../../../../shared/json-parsing-suite").standardized

    static let files: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".json") }
        .sorted()

    static var isThere: Bool { !files.isEmpty }

    static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }
}
