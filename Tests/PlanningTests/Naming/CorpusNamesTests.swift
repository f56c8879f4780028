import Foundation
import Testing

/// Names in real documents and all fixtures: none that only a generator would choose, and none that changes when other parts of a
/// document change.
struct CorpusNamesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
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

    /// One test for each document: it is loaded once, and its own names are planned once.
    @Test(.enabled(if: !documents.isEmpty, missing), arguments: documents)
    func namesAreSaidAndStay(document: URL) throws {
        let document = try NamedDocument(document)
        checkWords(of: document)
        try checkStability(of: document)
    }

    @Test(arguments: fixtures)
    func namesOfAFixtureAreSaidAndStay(fixture: URL) throws {
        let document = try NamedDocument(fixture)
        checkWords(of: document)
        // A type that two operations share through a YAML alias is named after the first of them.
        guard fixture.deletingLastPathComponent().lastPathComponent == "answers" else {
            return try checkStability(of: document)
        }
        withKnownIssue(isIntermittent: true) { try checkStability(of: document) }
    }

    // MARK: No name is made up

    private func checkWords(of document: NamedDocument) {
        let patterns = Self.patterns
        let lasts = Set(document.names.map { String($0.split(separator: ".").last ?? "") })
        let suspects = lasts.filter { name in patterns.contains { name.contains($0) } }
        guard !suspects.isEmpty else { return }
        let said = Data(Self.squeezed(document.text).utf8)
        let isSaid = { (name: String) in said.range(of: Data(Self.squeezed(name).utf8)) != nil }
        for name in suspects.sorted() {
            // `-1` gets the name `minus1`, and `None` gets `noneValue` because of `Optional.none`; 596 and 8443 are not counts.
            let plain = ["minus", "Minus", "plus", "Plus", "Point"].reduce(name) { $0.replacing($1, with: "") }
            let last = name.firstMatch(of: #/[A-Z]?[a-z]*\d+$/#).map { String($0.output) } ?? plain
            // `SetPayloadResponse` belongs to the operation `set_payload`.
            let role =
                ["Response", "Failure"].first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) } ?? plain
            let number = name.firstMatch(of: #/\d{3,}$/#).map { String($0.output) } ?? plain
            // The document itself has an operation or a type with such a long name.
            if name.count > 60, isSaid(String(name.prefix(40))) { continue }
            #expect(
                isSaid(plain) || isSaid(role) || isSaid(last) || isSaid(number) || Self.forced.contains(name),
                "\(name) is not a name of \(document.url.path)"
            )
        }
    }

    /// Patterns that look generated to a reader: fallbacks, numbers, underscores.
    private static var patterns: [Regex<Substring>] {
        [
            #/Payload/#, #/(?i:value)\d/#, #/[a-z]\d+$/#, #/^_/#, #/_$/#, #/Body\d/#, #/[a-z]Value$/#,
            #/Option\d/#, #/DetailsDetails/#, #/KindKind/#, #/.{61}/#, #/[a-z](?i:default)_/#, #/__/#,
            #/(?:[Ll]eft|[Rr]ight)(?:Curly|Square|Angle)?(?:Brace|Bracket|Parenthesis)/#,
            #/(?:[a-z]Slash|[Cc]olon|[Aa]mpersand|[Aa]sterisk|[Uu]nderscore|[Pp]ercent[Ss]ign)(?:$|[A-Z])/#,
            #/^(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[A-Z]/#,
        ]
    }

    /// Names that cannot be avoided: `Optional` has cases `none` and `some`, unions have a case for all other values, and a type
    /// `Letter` has a case beside that of a type `letter`.
    private static let forced: Set<String> = [
        "noneValue", "someValue", "otherValue", "letterValue", "LetterValue",
        "quotation_mark__quotation_mark__quotation_mark",
    ]

    private static func squeezed(_ text: String) -> String {
        String(
            decoding: text.utf8.filter { $0 >= 0x80 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || 0x30...0x39 ~= $0 },
            as: UTF8.self
        )
        .lowercased()
    }

    // MARK: Names stay

    /// Planning a document of more than 600 kB takes seconds in a debug build, so a single change is tested unless `make names` is
    /// run.
    private func changes(of document: NamedDocument) -> [[DocumentChange]] {
        if ProcessInfo.processInfo.environment["APUS_NAMES"] == "all" { return DocumentChange.allCases.map { [$0] } }
        if document.text.utf8.count > 600_000 { return [[.reversed, .extended]] }
        return [[.reversed], [.shuffled, .extended]]
    }

    private func checkStability(of document: NamedDocument) throws {
        for changes in changes(of: document) {
            let after = try document.names(after: changes)
            let comment: Comment = "\(document.url.path), \(changes.map(\.rawValue))"
            #expect(document.names.subtracting(after).sorted() == [], comment)
            if !changes.contains(.extended) { #expect(after.subtracting(document.names).sorted() == [], comment) }
        }
    }
}
