import ApusDiagnostics
import Testing

struct DiagnosticsTests {
    private let place = Place(file: FileID(rawValue: 0), line: 1, column: 1)

    @Test func reportsKeepTheirOrderAndAreCounted() {
        let diagnostics = Diagnostics()
        #expect(!diagnostics.hasErrors)
        diagnostics.report(.unknownTag, "a", at: place)
        #expect(!diagnostics.hasErrors)
        diagnostics.report(.duplicateKey, "b", at: place, notes: [("c", .unknown)])
        #expect(diagnostics.all.map(\.message) == ["a", "b"])
        #expect(diagnostics.all.last?.notes == [Diagnostic.Note(message: "c", location: .unknown)])
        #expect(diagnostics.errorCount == 1)
        #expect(diagnostics.warningCount == 1)
        #expect(diagnostics.hasErrors)
    }

    @Test func whatWasReportedAlreadyIsDropped() {
        let diagnostics = Diagnostics()
        diagnostics.report(.duplicateKey, "a", at: place)
        diagnostics.report(.duplicateKey, "a", at: place)
        diagnostics.report(.duplicateKey, "b", at: place)
        diagnostics.report(.duplicateKey, "a", at: Place(file: place.file, line: 2, column: 1))
        #expect(diagnostics.all.count == 3)
        #expect(diagnostics.errorCount == 3)
    }

    @Test func aThousandOfEachSeverityAreKept() {
        let diagnostics = Diagnostics()
        for number in 0..<1_500 { diagnostics.report(.unknownTag, "\(number)", at: place) }
        diagnostics.report(.duplicateKey, "the one error", at: place)
        #expect(diagnostics.all.count == 1_001)
        #expect(diagnostics.warningCount == 1_500)
        #expect(diagnostics.hasErrors)
        #expect(
            DiagnosticRenderer().render(diagnostics).hasSuffix("warning: 500 more of this severity are not shown\n"))
    }

    @Test func severalTasksMayReportAtOnce() async {
        let diagnostics = Diagnostics()
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<8 {
                group.addTask {
                    for number in 0..<100 { diagnostics.report(.unknownTag, "\(task) \(number)", at: .unknown) }
                }
            }
        }
        #expect(diagnostics.warningCount == 800)
    }

    @Test func filesAreFoundByTheirNumber() {
        let diagnostics = Diagnostics()
        let first = diagnostics.add(file: SourceFile(name: "a.yaml", bytes: []))
        let second = diagnostics.add(file: SourceFile(name: "b.yaml", bytes: []))
        #expect(diagnostics.file(first)?.name == "a.yaml")
        #expect(diagnostics.file(second)?.name == "b.yaml")
        #expect(diagnostics.file(.none) == nil)
        #expect(diagnostics.file(FileID(rawValue: 2)) == nil)
    }
}

struct SourceFileTests {
    @Test(arguments: [
        ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b", ""]), ("a\rb\n\nc", ["a", "b", "", "c"]), ("", [""]),
        ("\u{FEFF}a\nb", ["a", "b"]), ("a\u{2028}b\nc", ["a\u{2028}b", "c"]),
    ])
    func linesEndAsInYAML12(text: String, lines: [String]) {
        let file = SourceFile(name: "a", bytes: Array(text.utf8))
        #expect((1...lines.count).map { file.line($0) } == lines)
        #expect(file.line(lines.count + 1) == nil)
        #expect(file.line(0) == nil)
    }

    @Test(arguments: [
        ("openapi.yaml", "yaml"), ("api/v1.2/Pets.JSON", "json"), ("a.b/page", ""), (".hidden", ""), ("page.", ""),
        ("", ""),
        ("<stdin>", ""), ("é.md", "md"), ("/", ""),
    ])
    func theExtensionIsWhatFollowsTheLastDot(name: String, pathExtension: String) {
        #expect(SourceFile(name: name, bytes: []).pathExtension == pathExtension)
    }
}
