import ApusDiagnostics
import ApusOpenAPI
import ApusPlanning
import ApusYAML
import Foundation

/// One schema of the suite and the cases that go with it.
struct Group {
    /// `optional/format/date.json`
    let file: String
    /// Its place in the file.
    let index: Int
    /// The schema's own validator comes last. The list is empty if the schema is not valid.
    let validators: [SchemaValidator]
}

/// The files of the suite.
struct Suite {
    private static let remoteBase = "http://localhost:1234/"
    private static let metaschemaBase = "https://json-schema.org/draft/2020-12/"

    private let tests: URL
    private let diagnostics = Diagnostics()
    private let remotes = Remotes()

    init(folder: URL, metaschemas: URL) throws {
        tests = SuiteFolder.tests(in: folder)
        try addRemotes(in: folder.appending(path: "remotes"), base: Self.remoteBase)
        try addRemotes(in: metaschemas, base: Self.metaschemaBase)
    }

    private func addRemotes(in folder: URL, base: String) throws {
        for path in try SuiteFolder.files(in: folder) {
            let name = path.hasSuffix(".json") ? path : path + ".json"
            guard let node = try load(folder.appending(path: path), name: name) else { continue }
            remotes.add(node, uri: base + path)
        }
    }

    private func load(_ url: URL, name: String) throws -> Node? {
        let bytes = [UInt8](try Data(contentsOf: url))
        return Loader().load(file: SourceFile(name: name, bytes: bytes), diagnostics: diagnostics)
    }

    // MARK: Groups

    func groups() throws -> [Group] {
        var number = 0
        return try SuiteFolder.files(in: tests).filter { $0.hasSuffix(".json") }.flatMap { file in
            let groups = try load(tests.appending(path: file), name: file)?.sequence ?? []
            return groups.enumerated().compactMap { index, node in
                node["schema"].map { schema in
                    number += 1
                    return group(schema, number: number, file: file, index: index)
                }
            }
        }
    }

    /// The validators of a schema that is the only component of a document.
    private func group(_ schema: Node, number: Int, file: String, index: Int) -> Group {
        let name = "Group\(number)"
        let diagnostics = Diagnostics()
        let reader = DocumentReader(diagnostics: diagnostics, source: remotes)
        let document = reader.read(Self.document(with: identified(schema, number: number)), sourceName: file)
        var validators: [SchemaValidator] = []
        // For a schema that leads back to itself, it is not defined which values are valid.
        document?.check(diagnostics)
        let isEndless = diagnostics.all.contains { [.referenceCycle, .unboundedSchema].contains($0.defect) }
        if let document, !isEndless, let schema = document.components.schemas["Schema"] {
            let options = CheckPlanner.Options(assertsFormats: file.hasPrefix("optional/format/"))
            var part = 0
            let planner = CheckPlanner(document: document, options: options) { _ in
                part += 1
                return "\(name)Part\(part)"
            }
            let check = planner.check(schema)
            validators = planner.validators + [SchemaValidator(name: name, check: check)]
        } else {
            print("\(file): the schema of group \(index) is none")
            for diagnostic in diagnostics.all { print("    \(diagnostic.message)") }
        }
        return Group(file: file, index: index, validators: validators)
    }

    /// A schema is a separate resource, whatever document it is in.
    private func identified(_ schema: Node, number: Int) -> Node {
        guard var fields = schema.mapping, fields["$id"] == nil else { return schema }
        let id = Node(.string("https://suite.example/group\(number)"), at: schema.location)
        fields.insert(Mapping.Entry(key: "$id", keyLocation: schema.location, value: id))
        return Node(.mapping(fields), at: schema.location)
    }

    /// `openapi: 3.1.0`, with the schema among the components.
    private static func document(with schema: Node) -> Node {
        func mapping(_ entries: [(String, Node)]) -> Node {
            var mapping = Mapping()
            for (key, value) in entries {
                mapping.insert(Mapping.Entry(key: key, keyLocation: .unknown, value: value))
            }
            return Node(.mapping(mapping), at: .unknown)
        }
        func text(_ text: String) -> Node { Node(.string(text), at: .unknown) }
        return mapping([
            ("openapi", text("3.1.0")), ("info", mapping([("title", text("Suite")), ("version", text("1"))])),
            ("components", mapping([("schemas", mapping([("Schema", schema)]))])),
        ])
    }
}

/// The documents that schemas of the suite refer to.
final class Remotes: DocumentSource {
    private var nodes: [String: Node] = [:]

    func add(_ node: Node, uri: String) {
        nodes[uri] = node
        if let id = node["$id"]?.string { nodes[id] = nodes[id] ?? node }
    }

    func load(_ uri: String) throws(SourceError) -> LoadedFile {
        guard let node = nodes[uri] else { throw SourceError(.unreadableReference, "is not part of the suite") }
        return .file(node)
    }
}
