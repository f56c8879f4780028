import ApusGenerator
import Foundation
import Testing

@Suite("Nothing is written through links that leave the output folder")
struct SymbolicLinkTests {
    let folder: TemporaryFolder
    let outside: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        outside = try TemporaryFolder()
        try outside.add("A.swift", "theirs")
    }

    @Test func aLinkToAFileIsRefused() throws {
        try folder.link("A.swift", to: outside.url.appending(path: "A.swift"))
        #expect(throws: FileError.self) { try folder.write(["A.swift": "a"]) }
        #expect(try outside.files == ["A.swift": "theirs"])
    }

    @Test func aLinkToNothingIsRefused() throws {
        try folder.link("A.swift", to: outside.url.appending(path: "new.swift"))
        #expect(throws: FileError.self) { try folder.write(["A.swift": "a"]) }
        #expect(try outside.files == ["A.swift": "theirs"])
    }

    @Test func aLinkToAFolderIsRefused() throws {
        try folder.link("Parts", to: outside.url)
        #expect(throws: FileError.self) { try folder.write(["Parts/A.swift": "a"]) }
        #expect(try outside.files == ["A.swift": "theirs"])
    }

    @Test
    func aManifestThatListsFilesElsewhereRemovesNone() throws {
        let name = outside.url.lastPathComponent
        let entry = Manifest.File(path: "../\(name)/A.swift", hash: ContentHash("theirs"))
        let manifest = Manifest(version: "1", source: .init(name: "s", hash: ContentHash("")), files: [entry])
        try folder.add(Manifest.fileName, manifest.text)
        try folder.write([:])
        #expect(try outside.files == ["A.swift": "theirs"])
    }

    @Test
    func theOutputFolderItselfMayBeALink() throws {
        try folder.link("output", to: outside.url)
        let linked = OutputFolder(path: folder.url.appending(path: "output").path)
        let writer = FileWriter(folder: linked, version: "1", source: .init(name: "s", hash: ContentHash("")))
        _ = try writer.write(rendered(["B.swift": "b"]))
        #expect(try outside.files["B.swift"] == "b")
    }
}
