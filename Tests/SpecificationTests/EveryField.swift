import ApusDiagnostics
import ApusGenerator
import ApusRendering
import Foundation

/// `Fixtures/every-field`, unchanged and changed.
enum EveryField {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/every-field")

    static let text = (try? String(contentsOf: folder.appending(path: "openapi.yaml"), encoding: .utf8)) ?? ""

    static let original = Generated(text)

    /// The document after a row's change, and the changed lines; `nil` unless the text occurs exactly once.
    static func change(_ row: FieldTable.Row) -> (text: String, lines: ClosedRange<Int>)? {
        let parts = row.change.split(separator: "¦", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return nil }
        let places = text.ranges(of: parts[0] + parts[1])
        guard places.count == 1 else { return nil }
        let start = text.index(places[0].lowerBound, offsetBy: parts[0].count)
        let first = text[..<start].count { $0 == "\n" } + 1
        let last = first + parts[1].count { $0 == "\n" }
        let changed = text[..<start] + row.replacement + text[places[0].upperBound...]
        return (String(changed), first...last)
    }
}

/// What is generated and reported for a text that replaces the fixture's document.
struct Generated: Sendable {
    struct Finding: Sendable {
        var line: Int
        var identifier: String
    }

    var sources: [RenderedFile] = []
    var errors: [String] = []
    var findings: [Finding] = []

    init(_ text: String) {
        let diagnostics = Diagnostics()
        let file = EveryField.folder.appending(path: "apus.yaml")
        let bytes = (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? []
        let configuration = ConfigurationReader(diagnostics: diagnostics).read(
            SourceFile(name: file.path, bytes: bytes))
        let document = SourceFile(name: EveryField.folder.appending(path: "openapi.yaml").path, bytes: Array(text.utf8))
        sources = Pipeline(configuration: configuration, diagnostics: diagnostics).sources(of: document) ?? []
        errors = diagnostics.all.filter { $0.severity == .error }.map(\.message)
        findings = diagnostics.all.map { Finding(line: Int($0.location.line), identifier: $0.defect.identifier) }
    }
}
