import ApusGenerator
import Foundation
import Testing

/// A run can be killed between any two system calls. It leaves one of these states, which are created by hand here; the CLI tests
/// kill real runs.
@Suite("After a crash the next run repairs")
struct InterruptedRunTests {
    let folder: TemporaryFolder
    let old = ["A.swift": "old", "Gone.swift": "gone"]
    let new = ["A.swift": "new", "B.swift": "new"]

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(old)
        try folder.add("Mine.swift", "mine")
    }

    private func journal(_ files: [String: String]) throws {
        let files = files.map { Manifest.File(path: $0.key, hash: ContentHash($0.value)) }
        let journal = Manifest(version: "test", source: .init(name: "s", hash: ContentHash("")), files: files)
        try folder.add(Manifest.journalName, journal.text)
    }

    private func expectRepair(_ files: [String: String]) throws {
        try folder.write(files)
        var expected = files
        expected["Mine.swift"] = "mine"
        #expect(try folder.files == expected)
        #expect(try folder.changes(for: files).isEmpty)
    }

    @Test
    func aRunKilledInATemporaryFileIsRepaired() throws {
        try journal(new)
        try folder.add(".apus-0123456789abcdef.tmp", "ne")
        try expectRepair(new)
    }

    @Test
    func aRunKilledBetweenTwoFilesIsRepaired() throws {
        try journal(new)
        try folder.add("A.swift", "new")
        #expect(try folder.changes(for: new).isEmpty == false, "--check reports a mixture")
        try expectRepair(new)
    }

    @Test
    func aRunKilledBeforeTheManifestIsRepairedWithAChangedDocument() throws {
        try journal(new)
        for (path, text) in new { try folder.add(path, text) }
        try folder.remove("Gone.swift")
        try expectRepair(["A.swift": "newest", "C.swift": "newest"])
    }

    @Test
    func aRunKilledTwiceIsRepaired() throws {
        try journal(new)
        try folder.add("B.swift", "new")
        try journal(["B.swift": "new", "D.swift": "newer"])
        try expectRepair(["E.swift": "newest"])
    }

    @Test
    func aUsersFileIsTheirsWhereAnInterruptedRunNeverCame() throws {
        try journal(new)
        try folder.add("B.swift", "mine")
        #expect(try folder.write(new).foreign == ["B.swift"])
        #expect(try folder.files["B.swift"] == "mine")
    }

    @Test
    func aFirstRunThatIsKilledIsRepaired() throws {
        let fresh = try TemporaryFolder()
        let entries = [Manifest.File(path: "A.swift", hash: ContentHash("first"))]
        let journal = Manifest(version: "test", source: .init(name: "s", hash: ContentHash("")), files: entries)
        try fresh.add(Manifest.journalName, journal.text)
        try fresh.add("A.swift", "first")
        try fresh.write(["A.swift": "second"])
        #expect(try fresh.files == ["A.swift": "second"])
    }
}
