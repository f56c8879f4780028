import ApusDiagnostics
import Testing

struct DiagnosticRendererTests {
    private let diagnostics = Diagnostics()

    private func place(_ text: String, name: String = "a.yaml", line: Int, column: Int) -> Place {
        let file = diagnostics.add(file: SourceFile(name: name, bytes: Array(text.utf8)))
        return Place(file: file, line: line, column: column)
    }

    private func rendered(_ style: DiagnosticRenderer.Style = .text) -> String {
        DiagnosticRenderer(style: style).render(diagnostics)
    }

    @Test func textShowsEachPlaceWithItsLineAndACaret() {
        let second = place("info:\n    title: Cats\n    title: Pets\n", line: 3, column: 5)
        let first = Place(file: second.file, line: 2, column: 5)
        diagnostics.report(
            .duplicateKey, "the key 'title' stands twice", at: second, notes: [("it first appears here", first)])
        #expect(
            rendered() == """
                a.yaml:3:5: error: the key 'title' stands twice [duplicate-key]
                        title: Pets
                        ^
                a.yaml:2:5: note: it first appears here
                        title: Cats
                        ^

                """
        )
    }

    /// Errors are not combined, and JSON lists each warning separately.
    @Test func warningsThatSayTheSameAreShownOnceWithTheirPlaces() {
        let first = place((1...20).map { "line \($0)\n" }.joined(), line: 1, column: 1)
        for line in 1...14 {
            diagnostics.report(.unknownTag, "odd", at: Place(file: first.file, line: line, column: 2))
        }
        diagnostics.report(.unknownTag, "other", at: Place(file: first.file, line: 3, column: 1))
        for line in 15...16 {
            diagnostics.report(.yamlSyntax, "bad", at: Place(file: first.file, line: line, column: 1))
        }
        #expect(
            rendered() == """
                a.yaml:1:2: warning: odd [unknown-tag]
                    line 1
                     ^
                a.yaml:2:2: note: the same here, at 3:2, 4:2, 5:2, 6:2, 7:2, 8:2, 9:2, 10:2, 11:2, 12:2 and at 2 more places
                a.yaml:3:1: warning: other [unknown-tag]
                    line 3
                    ^
                a.yaml:15:1: error: bad [yaml-syntax]
                    line 15
                    ^
                a.yaml:16:1: error: bad [yaml-syntax]
                    line 16
                    ^

                """
        )
        #expect(rendered(.json).split(separator: "\n").count == 17)
    }

    @Test func whatHasLessOfAPlaceShowsLess() {
        let file = place("a", line: 0, column: 0)
        diagnostics.report(.inputTooLarge, "too large", at: file)
        diagnostics.report(.unknownTag, "somewhere", at: .unknown)
        diagnostics.report(.yamlSyntax, "beyond the end", at: Place(file: file.file, line: 9, column: 9))
        #expect(
            rendered() == """
                a.yaml: error: too large [input-too-large]
                warning: somewhere [unknown-tag]
                a.yaml:9:9: error: beyond the end [yaml-syntax]

                """
        )
    }

    @Test(arguments: [
        // line, column, the excerpt with the mark below it
        ("ab: c", 5, "    ab: c\n        ^"),
        ("a", 9, "    a\n     ^"),
        ("\ta: b", 2, "    \ta: b\n    \t^"),
        ("é: 漢字 x", 7, "    é: 漢字 x\n            ^"),
        ("😀e\u{301}x", 4, "    😀e\u{301}x\n       ^"),
        ("a\u{1B}[31mb", 7, "    a\\u{1B}[31mb\n               ^"),
        ("a\u{202E}b", 3, "    a\\u{202E}b\n             ^"),
    ])
    func theCaretStandsBelowTheColumn(line: String, column: Int, excerpt: String) {
        diagnostics.report(.yamlSyntax, "m", at: place(line, line: 1, column: column))
        #expect(rendered() == "a.yaml:1:\(column): error: m [yaml-syntax]\n\(excerpt)\n")
    }

    @Test(arguments: [1, 50, 61, 500, 941, 1_000])
    func aLongLineIsCutAroundTheCaret(column: Int) {
        let text = String(repeating: "-", count: column - 1) + "x" + String(repeating: "-", count: 1_000 - column)
        diagnostics.report(.yamlSyntax, "m", at: place(text, line: 1, column: column))
        let lines = rendered().split(separator: "\n")
        #expect(lines[1].count <= 4 + 102)
        #expect(Array(lines[1])[lines[2].count - 1] == "x")
        #expect(lines[1].hasPrefix("    …") == (column > 61))
        #expect(lines[1].hasSuffix("…") == (column < 961))
    }

    @Test func controlCharactersAreNeverShownAsSuch() {
        let name = "a\u{1B}[2J\n.yaml"
        diagnostics.report(.yamlSyntax, "x\r\n\u{1B}]0;\u{202E}\tу", at: place("a", name: name, line: 1, column: 1))
        #expect(rendered().hasPrefix(#"a\u{1B}[2J\n.yaml:1:1: error: x\r\n\u{1B}]0;\u{202E}\tу [yaml-syntax]"#))
        #expect(rendered(.json).unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E || $0 == "\n" })
    }

    @Test func jsonIsOneObjectALine() {
        let second = place("a: 1\na: 2", line: 2, column: 1)
        let first = Place(file: second.file, line: 1, column: 1)
        diagnostics.report(
            .duplicateKey, "the key \"a\\b\"\n😀\u{E0001}", at: second, notes: [("here", first), ("there", .unknown)])
        diagnostics.report(.unknownTag, "w", at: Place(file: second.file))
        #expect(
            rendered(.json) == #"""
                {"file":"a.yaml","line":2,"column":1,"severity":"error","identifier":"duplicate-key",\#
                "message":"the key \"a\\b\"\n😀\uDB40\uDC01","notes":[\#
                {"file":"a.yaml","line":1,"column":1,"message":"here"},\#
                {"file":null,"line":null,"column":null,"message":"there"}]}
                {"file":"a.yaml","line":null,"column":null,"severity":"warning","identifier":"unknown-tag",\#
                "message":"w","notes":[]}

                """#
        )
    }
}
