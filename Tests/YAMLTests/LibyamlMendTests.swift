import ApusYAML
import Testing

/// Texts that libyaml alone misreads. The suite has one case of each kind; these are further ones.
struct LibyamlMendTests {
    @Test(arguments: [
        ("[?x]", #"["?x"]"#),
        ("[?x, ?y, z]", #"["?x","?y","z"]"#),
        ("[?x: 1]", #"[{"?x":1}]"#),
        ("{?x: 1, a: 2}", #"{"?x":1,"a":2}"#),
        ("{?x, a: 2}", #"{"?x":null,"a":2}"#),
        ("[é, [?é\"'x]]", #"["é",["?é\"'x"]]"#),
        ("a: [??x]\nb: {c: [?x y?]}", #"{"a":["??x"],"b":{"c":["?x y?"]}}"#),
        // as libyaml reads them anyway
        ("[? x]", #"[{"x":null}]"#), ("{? x : 1}", #"{"x":1}"#), ("[x?y, x?]", #"["x?y","x?"]"#), ("?x", #""?x""#),
        ("['?', \"?x\"]", #"["?","?x"]"#), ("[http://x/?a=b]", #"["http://x/?a=b"]"#),
    ])
    func aQuestionMarkThatTextFollowsIsText(yaml: String, json: String) {
        let loaded = Loaded(yaml)
        #expect(loaded.json == json)
        #expect(loaded.findings.isEmpty)
    }

    @Test(arguments: [
        ("- &a:b x\n- *a:b", #"["x","x"]"#),
        ("- &a:b x\n- &a_b y\n- *a:b\n- *a_b", #"["x","y","x","y"]"#),
        ("- &a_b y\n- &a:b x\n- *a:b\n- *a_b", #"["y","x","x","y"]"#),
        ("- &a?b {x: 1}\n- &a:b [2]\n- !!str &a:c 3", #"[{"x":1},[2],"3"]"#),
        ("{x: [y, &a:b z, *a:b]}", #"{"x":["y","z","z"]}"#), ("{&a:b x: &c:d y}", #"{"x":"y"}"#),
        ("é: &a:b:c x", #"{"é":"x"}"#),
        ("&a:b key: v", #"{"key":"v"}"#),
        // as every user of libyaml reads them
        ("- &a k\n- {*a: 1}", #"["k",{"k":1}]"#),
    ])
    func aNameGoesOnUntilWhiteSpace(yaml: String, json: String) {
        let loaded = Loaded(yaml)
        #expect(loaded.json == json)
        #expect(loaded.findings.isEmpty)
    }

    @Test(arguments: [
        ("a\u{2028}b", "a\u{2028}b"), ("'a \u{85} b'", "a \u{85} b"), ("|-\n  \u{2029}a\n  b", "\u{2029}a\nb"),
        ("\"\\L\\P\\N\u{2028}\"", "\u{2028}\u{2029}\u{85}\u{2028}"), ("a # \u{2028} b: c", "a"),
        ("a\u{2028}\u{E000}\u{E001}\u{2029}\u{100}\u{85}b", "a\u{2028}\u{E000}\u{E001}\u{2029}\u{100}\u{85}b"),
    ])
    func aLineBreakOfYAML11AloneIsText(yaml: String, text: String) {
        let loaded = Loaded("é: \(yaml)\nx: 1")
        #expect(loaded.node?["é"]?.string.map { Array($0.utf8) } == Array(text.utf8))
        #expect(loaded.node?["x"]?.location.text == "\(yaml.split { $0 == "\n" }.count + 1):4")
        #expect(loaded.findings.isEmpty)
    }

    @Test(arguments: [
        ("|\n  x", #""x\n""#), ("|\n  x\n", #""x\n""#), ("|-\n  x", #""x""#), ("|+\n  x", #""x\n""#),
        ("|\n  x\n   ", #""x\n \n""#),
        (">\n  x\n  y", #""x y\n""#),
    ])
    func theLastLineMayLackItsBreak(yaml: String, json: String) {
        #expect(Loaded("a: \(yaml)").node?["a"]?.jsonText() == json)
    }
}
