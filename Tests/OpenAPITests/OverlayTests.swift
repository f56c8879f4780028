import ApusDiagnostics
import ApusOpenAPI
import ApusYAML
import Testing

/// Overlays and their effects on a document.
struct OverlayTests {
    private static let document = """
        {"info":{"title":"A"},"tags":["a"],"paths":{"/a":{"get":{"tags":["x"]}},"/b":{"get":{}}}}
        """

    private func apply(_ overlay: String) -> (text: String?, report: [String]) {
        let diagnostics = Diagnostics()
        func load(_ name: String, _ text: String) -> Node? {
            Loader().load(file: SourceFile(name: name, bytes: Array(text.utf8)), diagnostics: diagnostics)
        }
        guard let document = load("a.json", Self.document), let root = load("o.yaml", overlay) else { return (nil, []) }
        let result = Overlay(root, diagnostics: diagnostics)?.applied(to: document, diagnostics: diagnostics)
        let report = diagnostics.all.map {
            "\($0.location.line):\($0.location.column): \($0.message) [\($0.defect.identifier)]"
        }
        return (result?.jsonText(), report)
    }

    @Test(
        arguments: [
            ("{target: $.info, update: {title: B, x: {y: 1}}}", #""info":{"title":"B","x":{"y":1}}"#),
            ("{target: $.tags, update: b}", #""tags":["a","b"]"#),
            ("{target: $.tags, update: [b, c]}", #""tags":["a","b","c"]"#),
            ("{target: $, update: {tags: [b]}}", #""tags":["a","b"]"#),
            (
                "{target: $.paths.*.get, update: {tags: [y]}}",
                #""/a":{"get":{"tags":["x","y"]}},"/b":{"get":{"tags":["y"]}}"#
            ),
            ("{target: \"$.paths['/a']\", remove: true}", #""paths":{"/b":{"get":{}}}"#),
            ("{target: '$.tags[0]', remove: true}", #""tags":[]"#),
            ("{target: $..get, remove: true, update: {x: 1}}", #""paths":{"/a":{},"/b":{}}"#),
            ("{target: \"$.paths['/b']\", copy: \"$.paths['/a']\"}", #""/b":{"get":{"tags":["x"]}}"#),
            ("{target: '$.paths[?search(@.get.tags[0], \"X|x\")]', remove: true}", #""paths":{"/b":{"get":{}}}"#),
            ("{target: $.info, update: {title: {a: 1}}}", #""info":{"title":{"a":1}}"#),
        ])
    func objectsAreMergedListsGrowAndAnythingElseIsReplaced(_ action: String, _ part: String) {
        let (text, report) = apply("overlay: 1.0.0\nactions:\n  - \(action)\n")
        #expect(text?.contains(part) == true, "\(text ?? "")")
        #expect(report == [])
    }

    @Test
    func eachActionSeesWhatThoseBeforeItLeft() {
        let actions = "- {target: $.info, update: {x: {}}}\n- {target: $.info.x, update: {y: 1}}"
        #expect(apply("overlay: 1.0.0\nactions:\n\(actions)").text?.contains(#""x":{"y":1}"#) == true)
    }

    @Test(arguments: [
        ("openapi: 3.1.0", ["1:1: there is no field 'overlay' that says that this is an overlay [invalid-overlay]"]),
        (
            "overlay: 2.0.0\nactions: []",
            ["1:10: expected version 1 of the Overlay Specification, '1.0.0' [invalid-overlay]"]
        ),
        ("overlay: 1.0.0", ["1:1: an overlay must have a list of 'actions' [invalid-overlay]"]),
        ("overlay: 1.0.0\nacts: []\nactions: []", ["2:1: an overlay has no field 'acts' [unknown-field]"]),
        (
            "overlay: 1.0.0\nactions: [{update: {}}]",
            [
                "2:11: an action must have a 'target' that says what it changes: \"$.paths['/pets'].get\" [invalid-overlay]"
            ]
        ),
        (
            "overlay: 1.0.0\nactions: [{target: '$.a[', remove: true}]",
            ["2:20: '$.a[' is not a JSONPath: at character 5, a selector is expected, not '' [invalid-overlay]"]
        ),
        (
            "overlay: 1.0.0\nactions: [{target: $.info}]",
            ["2:11: the action neither updates nor removes anything [invalid-overlay]"]
        ),
        (
            "overlay: 1.1.0\nactions: [{target: $.info, copy: $.paths.*}]",
            ["2:20: 'copy' selects 2 values, not one [invalid-overlay]"]
        ),
        (
            "overlay: 1.0.0\nactions: [{target: $.nothing, remove: true}]",
            ["2:20: the target selects nothing in the document [unmatched-target]"]
        ),
        (
            "overlay: 1.0.0\nactions: [{target: $.info.title, update: B}]",
            ["2:20: the target selects a string, into which a string cannot be merged [invalid-overlay]"]
        ),
    ])
    func aMistakeInAnOverlayIsReported(_ overlay: String, _ report: [String]) {
        #expect(apply(overlay).report == report)
    }
}
