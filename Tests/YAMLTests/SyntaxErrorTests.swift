import ApusYAML
import Testing

struct SyntaxErrorTests {
    @Test(arguments: [
        ("a: ①[1, 2\nb: 3②", "error 2:2 yaml-syntax, note ①"),
        ("a: 1\n①\tb: 2", "error ① yaml-syntax, note 1:4"),
        ("a: ①@b", "error ① yaml-syntax, note ①"),
        ("a: \"①\\q\"", "error 1:5 yaml-syntax, note 1:4"),
        ("%YAML 3.0\n---\na", "error 1:1 yaml-syntax"),
        ("", "error 1:1 input-empty"),
        ("\u{FEFF}", "error 1:1 input-empty"),
        (" \n\n", "error 1:1 input-empty"),
        ("# nothing\n", "error 1:1 input-empty"),
        ("a: 1\n①---\nb: 2", "error ① several-documents, note 1:1"),
        ("---\na: 1\n...\n①---\n", "error ① several-documents, note 1:1"),
        ("①[a, b]: c", "error ① key-not-scalar"),
        ("? ①{a: b}\n: c", "error ① key-not-scalar"),
    ])
    func whatIsWrongInYAMLHasAPlace(marked: String, finding: String) {
        let marked = MarkedText(marked)
        let loaded = Loaded(marked.text)
        #expect(loaded.node == nil)
        #expect(loaded.findings == [marked.resolve(finding)])
    }

    /// libyaml reports what it did not find; Apus reports what is wrong with the line.
    @Test(arguments: [
        (
            "a:\n  b:\n      c: 1\n    d: 2",
            "indented by 4 spaces, but the lines that it could belong to are indented by 6 or 2"
        ),
        ("a:\n  - b: 1\n   c: 2", "indented by 3 spaces, but the lines that it could belong to are indented by 4 or 2"),
        ("a:\n  - b\n - c", "indented by 1 space, but the lines that it could belong to are indented by 2 or 0"),
        ("a: 1\n b: 2", "indented by 1 space, but the lines that it could belong to are indented by 0"),
        ("a:\n  b: c: d", "a value that contains ': ' must be quoted"),
        ("a:\n\tb: 1", "YAML is indented with spaces, but this line is indented with a tab"),
    ])
    func wrongIndentationIsExplained(text: String, hint: String) throws {
        let message = try #require(Loaded(text).messages.first)
        #expect(message.hasSuffix(hint))
    }

    @Test func whatHasNothingToDoWithIndentationHasNoHint() throws {
        let message = try #require(Loaded("a: [1, 2\nb: 3").messages.first)
        #expect(!message.contains("indented"))
    }

    @Test(arguments: [
        (#"{"a": ①tru}"#, "error ① json-syntax"),
        ("{\n  \"a\": 1,\n①}", "error ① json-syntax"),
        (#"{"é😀": 1 ①"b"}"#, "error ① json-syntax"),
        ("{\"a\": 1} ①x", "error ① json-syntax"),
        ("①a: 1", "error ① json-syntax"),
        ("", "error 1:1 json-syntax"),
    ])
    func whatIsWrongInJSONHasAPlace(marked: String, finding: String) {
        let marked = MarkedText(marked)
        let loaded = Loaded(marked.text, name: "test.json")
        #expect(loaded.node == nil)
        #expect(loaded.findings == [marked.resolve(finding)])
    }

    @Test(
        arguments: [
            ([0x61, 0x3A, 0x20, 0xFF], "error 1:4 invalid-utf8"),
            ([0x61, 0x0A, 0xC3, 0xA9, 0xC3], "error 2:2 invalid-utf8"),
            ([0xC0, 0x80], "error 1:1 invalid-utf8"),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], "error 1:2 invalid-utf8"),
            ([0xF4, 0x90, 0x80, 0x80], "error 1:1 invalid-utf8"),
            ([0xE2, 0x82], "error 1:1 invalid-utf8"),
            ([0xFF, 0xFE, 0x61, 0x00], "error 1:1 unsupported-encoding"),
            ([0xFE, 0xFF, 0x00, 0x61], "error 1:1 unsupported-encoding"),
            ([0x7B, 0x00, 0x7D, 0x00], "error 1:1 unsupported-encoding"),
            ([0x61, 0x3A, 0x20, 0x00, 0x62], "error 1:4 yaml-syntax"),
            ([0x61, 0x3A, 0x0A, 0xC3, 0xA9, 0x07], "error 2:2 yaml-syntax"),
        ] as [([UInt8], String)])
    func whatIsNotTextIsRefusedWhereItBegins(bytes: [UInt8], finding: String) {
        #expect(Loaded(bytes: bytes).findings == [finding])
    }
}

/// JSON is read by the runtime's reader, whatever the name of the file is.
struct JSONInputTests {
    @Test(arguments: ["test.json", "test.yaml", "test.txt", "<stdin>"])
    func jsonThatLibyamlRefusesIsRead(name: String) {
        let loaded = Loaded(" \n{\"a\": \"\\ud83d\\ude00\\/\",\n\t\"b\"\n: [1.50, 1E400]}", name: name)
        #expect(loaded.json == #"{"a":"😀/","b":[1.50,1E400]}"#)
        #expect(loaded.findings.isEmpty)
    }

    @Test(arguments: ["{a: 1, b: [x]}", "{\"a\": 1, \"b\": [\"x\"],} # flow", "[x, y]", "{a: *b, c: &b 1}"])
    func yamlInFlowStyleIsReadUnlessTheNameSaysJSON(text: String) {
        let asYAML = Loaded(text)
        #expect(asYAML.findings.allSatisfy { !$0.contains("syntax") })
        #expect(Loaded(text, name: "test.json").findings.allSatisfy { $0.contains("json-syntax") })
    }

    @Test func textThatIsNeitherIsCalledBrokenJSON() {
        #expect(Loaded("{\"a\": [1, 2}").findings == ["error 1:12 json-syntax"])
    }
}
