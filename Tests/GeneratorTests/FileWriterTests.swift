import ApusGenerator
import Foundation
import Testing

@Suite("The writer touches nothing but what Apus wrote")
struct FileWriterTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test
    func aSecondRunWritesNothing() throws {
        let first = try folder.write(["A.swift": "a", "B.swift": "b"])
        #expect(first.steps == [.create("A.swift"), .create("B.swift")])
        let before = try folder.modified(Manifest.fileName)
        #expect(try folder.write(["A.swift": "a", "B.swift": "b"]).isEmpty)
        #expect(try folder.modified(Manifest.fileName) == before)
        #expect(try folder.write(["A.swift": "a", "B.swift": "c"]).steps == [.update("B.swift")])
        #expect(try folder.files == ["A.swift": "a", "B.swift": "c"])
    }

    @Test
    func foldersAreMade() throws {
        let nested = OutputFolder(path: folder.url.appending(path: "x/y").path)
        let writer = FileWriter(folder: nested, version: "1", source: .init(name: "s", hash: ContentHash("")))
        _ = try writer.write(rendered(["Parts/A.swift": "a"]))
        #expect(try folder.files["x/y/Parts/A.swift"] == "a")
    }

    @Test
    func comparingWritesNothing() throws {
        let missing = OutputFolder(path: folder.url.appending(path: "none").path)
        let writer = FileWriter(folder: missing, version: "1", source: .init(name: "s", hash: ContentHash("")))
        #expect(try writer.changes(for: rendered(["A.swift": "a"])).steps == [.create("A.swift")])
        #expect(try folder.files.isEmpty)
    }

    @Test
    func anEditOfAGeneratedFileIsLost() throws {
        try folder.write(["A.swift": "a"])
        try folder.add("A.swift", "edited")
        #expect(try folder.changes(for: ["A.swift": "a"]).steps == [.update("A.swift")])
        try folder.write(["A.swift": "a"])
        #expect(try folder.files == ["A.swift": "a"])
    }

    @Test
    func aStaleFileIsRemovedUnlessItWasEdited() throws {
        try folder.write(["A.swift": "a", "B.swift": "b", "C.swift": "c"])
        try folder.add("B.swift", "edited")
        let changes = try folder.write(["C.swift": "c"])
        #expect(changes.steps == [.remove("A.swift")])
        #expect(changes.edited == ["B.swift"])
        #expect(try folder.files == ["B.swift": "edited", "C.swift": "c"])
        #expect(try folder.write(["C.swift": "c"]).edited.isEmpty, "The file is the user's from now on")
    }

    @Test
    func aUsersFileInTheWayStopsTheRun() throws {
        try folder.add("B.swift", "mine")
        let changes = try folder.write(["A.swift": "a", "B.swift": "b"])
        #expect(changes.foreign == ["B.swift"])
        #expect(try folder.files == ["B.swift": "mine"])
    }

    @Test
    func aUsersOtherFilesStay() throws {
        try folder.add("Mine.swift", "mine")
        try folder.add(".apus-notes.tmp", "mine too")
        try folder.write(["A.swift": "a"])
        try folder.write([:])
        #expect(try folder.files == ["Mine.swift": "mine", ".apus-notes.tmp": "mine too"])
    }

    @Test(arguments: ["", "{", "[]", #"{"apus": 1}"#])
    func aDamagedManifestClaimsNoFile(_ text: String) throws {
        try folder.write(["A.swift": "a"])
        try folder.add(Manifest.fileName, text)
        #expect(try folder.write(["A.swift": "b"]).foreign == ["A.swift"])
        #expect(try folder.write(["A.swift": "a"]).isEmpty, "What already is as it should be is taken over")
        #expect(try folder.write(["A.swift": "b"]).foreign.isEmpty)
    }
}
