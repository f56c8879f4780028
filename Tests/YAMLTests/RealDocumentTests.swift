import ApusYAML
import Foundation
import Testing

/// The documents next to the repository, in `../shared/specs`.
private enum RealDocuments {
    static let folder = Repository.shared.appending(path: "specs")
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
}

@Suite(.enabled(if: !RealDocuments.names.isEmpty, "the folder ../shared/specs is missing"))
struct RealDocumentTests {
    @Test(arguments: RealDocuments.names)
    func aRealDocumentIsReadWithoutAFinding(name: String) throws {
        let file = RealDocuments.folder.appending(path: name)
        let loaded = Loaded(bytes: Array(try Data(contentsOf: file)), name: name)
        #expect(loaded.findings.isEmpty)
        #expect(loaded.node?["openapi"] != nil || loaded.node?["swagger"] != nil)
    }

    /// JSON is read as the same tree through libyaml, which accepts all JSON without escaped surrogates.
    @Test(arguments: ["openhands-v0.json", "superset.json", "keeper.json"])
    func bothReadersAgree(name: String) throws {
        let file = RealDocuments.folder.appending(path: name)
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return }
        let asJSON = Loaded(text, name: name)
        let asYAML = Loaded("# not JSON\n" + text, name: "test.yaml")
        #expect(asYAML.findings.isEmpty)
        #expect(asJSON.node == asYAML.node)
    }
}
