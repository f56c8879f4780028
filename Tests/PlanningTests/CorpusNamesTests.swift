import ApusDiagnostics
import ApusOpenAPI
import ApusPlanning
import ApusYAML
import Foundation
import Testing

/// Names over real documents: none that only a generator would give, and none that moves when other parts change.
struct CorpusNamesTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared/specs").standardizedFileURL
    static let documents = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".json") || $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    static let missing: Comment = "../shared/specs is missing"

    @Test(.enabled(if: !documents.isEmpty, missing), arguments: documents)
    func noNameIsMadeUp(document: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: document), encoding: .utf8)
        let plan = try #require(Self.plan(of: text, name: document))
        let said = Data(Self.squeezed(text).utf8)
        let isSaid = { (name: String) in said.range(of: Data(Self.squeezed(name).utf8)) != nil }
        for name in Set(Self.names(of: plan)).sorted() where Self.patterns.contains(where: { name.contains($0) }) {
            // `-1` is called `minus1`, and `None` a `noneValue` because of `Optional.none`.
            let plain = ["minus", "Minus", "plus", "Plus", "Point"].reduce(name) { $0.replacing($1, with: "") }
            let last = name.firstMatch(of: #/[A-Z]?[a-z]*\d+$/#).map { String($0.output) } ?? plain
            #expect(isSaid(plain) || isSaid(last) || name == "noneValue", "\(name) is no name of \(document)")
        }
    }

    /// What a reader takes for a generator's: fallbacks, numbers, underscores.
    private static var patterns: [Regex<Substring>] {
        [#/Payload/#, #/(?i:value)\d/#, #/[a-z]\d+$/#, #/^_/#, #/_$/#, #/Body\d/#, #/[a-z]Value$/#, #/Option\d/#]
    }

    private static func squeezed(_ text: String) -> String {
        String(
            decoding: text.utf8.filter { $0 >= 0x80 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || 0x30...0x39 ~= $0 },
            as: UTF8.self
        )
        .lowercased()
    }

    /// A document whose components stand in another order, and beside others, gives the same names.
    @Test(.enabled(if: !documents.isEmpty, missing), arguments: documents)
    func namesStayWhenOtherPartsChange(document: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: document), encoding: .utf8)
        let plan = try #require(Self.plan(of: text, name: document))
        let other = try #require(Self.plan(of: text, name: document, change: Self.turned))
        let names = Set(Self.paths(of: other)).subtracting(["ApusUnrelated", "ApusUnrelated.Colour"])
        #expect(names.symmetricDifference(Self.paths(of: plan)).sorted() == [])
    }

    /// The last component first, and a new one before it.
    private static func turned(_ root: Node) -> Node {
        let colour: [(String, Node)] = [
            ("type", text("string")), ("enum", Node(.sequence([text("red")]), at: root.location)),
        ]
        let unrelated = [
            ("type", text("object")), ("properties", mapping([("Colour", mapping(colour))])),
        ]
        return changed(root, "components") { components in
            changed(components, "schemas") { schemas in
                let entries = schemas.mapping?.entries.reversed().map { ($0.key, $0.value) } ?? []
                return mapping([("ApusUnrelated", mapping(unrelated))] + entries)
            }
        }
    }

    private static let place = ApusDiagnostics.SourceLocation.unknown
    private static func text(_ text: String) -> Node { Node(.string(text), at: place) }

    private static func mapping(_ entries: [(String, Node)]) -> Node {
        var mapping = Mapping()
        for (key, value) in entries { mapping.insert(Mapping.Entry(key: key, keyLocation: place, value: value)) }
        return Node(.mapping(mapping), at: place)
    }

    private static func changed(_ node: Node, _ key: String, _ change: (Node) -> Node) -> Node {
        guard let entries = node.mapping?.entries else { return node }
        return mapping(entries.map { ($0.key, $0.key == key ? change($0.value) : $0.value) })
    }

    // MARK: Plans

    private static func plan(of text: String, name: String, change: (Node) -> Node = { $0 }) -> Plan? {
        let diagnostics = Diagnostics()
        let file = SourceFile(name: name, bytes: Array(text.utf8))
        guard let root = Loader().load(file: file, diagnostics: diagnostics),
            let document = DocumentReader(diagnostics: diagnostics).read(change(root), sourceName: name)
        else { return nil }
        return Planner(document: document, options: PlanOptions(), diagnostics: diagnostics).plan()
    }

    /// `Pet.Owner` for each type, and the operations.
    private static func paths(of plan: Plan) -> [String] {
        func path(_ id: DeclarationID) -> String {
            plan[id].parent.map { path($0) + "." + plan[id].name } ?? plan[id].name
        }
        return plan.declarations.map { path($0.id) } + plan.operations.map(\.name) + plan.failures.map(\.name)
    }

    private static func names(of plan: Plan) -> [String] {
        var names = plan.operations.flatMap { [$0.name] + $0.parameters.map(\.name) }
        for declaration in plan.declarations {
            names.append(declaration.name)
            switch declaration.kind {
            case .structure(let structure): names += structure.properties.map(\.name)
            case .enumeration(let enumeration): names += enumeration.cases.map(\.name)
            case .union(let union): names += union.members.map(\.name)
            case .alias: break
            }
        }
        return names
    }
}
