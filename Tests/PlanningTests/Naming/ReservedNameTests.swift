import ApusPlanning
import Foundation
import Testing

/// No generated type has a name that ApusRuntime uses: the table is checked against ApusRuntime's sources.
struct ReservedNameTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

    @Test(arguments: ["ApusRuntime", "ApusJSON"])
    func everyPublicTypeOfTheRuntimeIsReserved(module: String) throws {
        let folder = Self.sources.appending(path: module)
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var names: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            // Only declarations at the top level: nested ones follow the name of their type.
            let pattern = #/(?m)^public (?:final |indirect )*(?:struct|class|enum|protocol|typealias|actor) (\w+)/#
            for match in text.matches(of: pattern) { names.insert(String(match.1)) }
        }
        #expect(names.count > 20)
        #expect(names.subtracting(ReservedNames.types).sorted() == [])
    }

    @Test(arguments: [
        ("Error", "ErrorSchema"), ("Task", "TaskSchema"), ("JSONValue", "JSONValueSchema"), ("Pet", "Pet"),
    ])
    func aReservedNameHasAFixedRename(name: String, renamed: String) {
        #expect(ReservedNames.type(name) == renamed)
    }
}
