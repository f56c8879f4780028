import ApusDiagnostics
import ApusOpenAPI
import ApusPlanning
import ApusYAML
import Foundation
import Testing

/// Names over real documents and all fixtures: none that only a generator would give, and none that moves when other
/// parts of a document change.
struct CorpusNamesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let specs = root.appending(path: "../shared/specs").standardizedFileURL
    private static let fixtureFolder = root.appending(path: "Fixtures")

    static let documents = contents(of: specs)
        .filter { $0.hasSuffix(".json") || $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.map {
            specs.appending(path: $0)
        }
    static let fixtures = contents(of: fixtureFolder).map { fixtureFolder.appending(path: "\($0)/openapi.yaml") }
        .filter { FileManager.default.fileExists(atPath: $0.path) }
    static let missing: Comment = "../shared/specs is missing"

    private static func contents(of folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    // MARK: No name is made up

    @Test(.enabled(if: !documents.isEmpty, missing), arguments: documents)
    func noNameIsMadeUp(document: URL) throws {
        try withUnsettledNames(of: document) { try checkNames(of: document) }
    }

    /// Real documents with names that are not settled yet: `Payload` where qdrant says it otherwise, members of unions that
    /// are numbered, and types in them that depend on the order.
    private static let unsettled = [
        "lob-bundled.yaml", "paypal-checkout-orders-v2.json", "paypal-invoicing-v2.json", "qdrant.json",
    ]

    private func withUnsettledNames(of document: URL, _ body: () throws -> Void) throws {
        guard Self.unsettled.contains(document.lastPathComponent) else { return try body() }
        withKnownIssue(isIntermittent: true) { try body() }
    }

    @Test(arguments: fixtures)
    func noNameOfAFixtureIsMadeUp(fixture: URL) throws { try checkNames(of: fixture) }

    private func checkNames(of document: URL) throws {
        let text = try String(contentsOf: document, encoding: .utf8)
        let said = Data(Self.squeezed(text).utf8)
        let isSaid = { (name: String) in said.range(of: Data(Self.squeezed(name).utf8)) != nil }
        let lasts = try Set(Self.names(of: document).map { String($0.split(separator: ".").last ?? "") })
        for name in lasts.sorted() where Self.patterns.contains(where: { name.contains($0) }) {
            // `-1` is called `minus1`, and `None` a `noneValue` because of `Optional.none`; 596 and 8443 are not counts.
            let plain = ["minus", "Minus", "plus", "Plus", "Point"].reduce(name) { $0.replacing($1, with: "") }
            let last = name.firstMatch(of: #/[A-Z]?[a-z]*\d+$/#).map { String($0.output) } ?? plain
            let number = name.firstMatch(of: #/\d{3,}$/#).map { String($0.output) } ?? plain
            #expect(
                isSaid(plain) || isSaid(last) || isSaid(number) || Self.forced.contains(name),
                "\(name) is not a name of \(document.path)"
            )
        }
    }

    /// What a reader takes for a generator's: fallbacks, numbers, underscores.
    private static var patterns: [Regex<Substring>] {
        [
            #/Payload/#, #/(?i:value)\d/#, #/[a-z]\d+$/#, #/^_/#, #/_$/#, #/Body\d/#, #/[a-z]Value$/#,
            #/Option\d/#, #/DetailsDetails/#, #/KindKind/#,
        ]
    }

    /// `Optional` has cases `none` and `some`, unions one for all else; the case of a type `Letter` beside a type `letter`.
    private static let forced: Set<String> = ["noneValue", "someValue", "otherValue", "letterValue", "LetterValue"]

    private static func squeezed(_ text: String) -> String {
        String(
            decoding: text.utf8.filter { $0 >= 0x80 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || 0x30...0x39 ~= $0 },
            as: UTF8.self
        )
        .lowercased()
    }

    // MARK: Names stay

    @Test(.enabled(if: !documents.isEmpty, missing), arguments: documents, DocumentChange.allCases)
    func namesStay(document: URL, change: DocumentChange) throws {
        try withUnsettledNames(of: document) { try checkStability(of: document, change) }
    }

    @Test(arguments: fixtures, DocumentChange.allCases)
    func namesOfFixturesStay(fixture: URL, change: DocumentChange) throws {
        // What two operations share by an alias of YAML is named after the first of them.
        guard fixture.deletingLastPathComponent().lastPathComponent == "answers" else {
            return try checkStability(of: fixture, change)
        }
        withKnownIssue(isIntermittent: true) { try checkStability(of: fixture, change) }
    }

    private func checkStability(of document: URL, _ change: DocumentChange) throws {
        let before = try Self.names(of: document)
        let after = try Self.names(of: document, change: change.apply)
        #expect(before.subtracting(after).sorted() == [], "\(document.path)")
        if change != .extended { #expect(after.subtracting(before).sorted() == [], "\(document.path)") }
    }

    // MARK: Plans

    private static func names(of document: URL, change: (Node) -> Node = { $0 }) throws -> Set<String> {
        let diagnostics = Diagnostics()
        let file = SourceFile(name: document.lastPathComponent, bytes: Array(try Data(contentsOf: document)))
        let root = try #require(Loader().load(file: file, diagnostics: diagnostics))
        let read = DocumentReader(diagnostics: diagnostics).read(change(root), sourceName: file.name)
        let options = PlanOptions()
        return Planner(document: try #require(read), options: options, diagnostics: diagnostics).plan().names
    }
}
