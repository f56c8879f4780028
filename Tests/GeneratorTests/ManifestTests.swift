import ApusGenerator
import Testing

@Suite("The manifest")
struct ManifestTests {
    @Test
    func aManifestIsReadAsItWasWritten() {
        let manifest = Manifest(
            version: "1.2.3",
            source: .init(name: "a \"b\" \\ \u{7} é😀.yaml", hash: ContentHash("x")),
            files: [.init(path: "B.swift", hash: ContentHash("b")), .init(path: "A.swift", hash: ContentHash("a"))]
        )
        #expect(Manifest(bytes: Array(manifest.text.utf8)) == manifest)
        #expect(manifest.files.map(\.path) == ["A.swift", "B.swift"])
    }

    @Test
    func aManifestMayHaveNoFiles() {
        let manifest = Manifest(version: "1", source: .init(name: "s", hash: ContentHash("")), files: [])
        #expect(Manifest(bytes: Array(manifest.text.utf8)) == manifest)
    }

    @Test(arguments: [0, 1, 7, 8, 9, 63, 64, 65, 1000])
    func theHashTellsApartTextsThatDifferAnywhere(_ length: Int) {
        let text = [UInt8](repeating: 0x61, count: length)
        var hashes: Set<ContentHash> = [ContentHash(text), ContentHash(text + [0x61])]
        for index in text.indices {
            var changed = text
            changed[index] ^= 0x80
            hashes.insert(ContentHash(changed))
        }
        #expect(hashes.count == length + 2)
        #expect(ContentHash(hexadecimal: ContentHash(text).description) == ContentHash(text))
    }
}
